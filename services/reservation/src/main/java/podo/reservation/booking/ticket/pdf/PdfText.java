package podo.reservation.booking.ticket.pdf;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Text as PDF shows it: Latin letters in Helvetica, Hangul in the file's own fonts, everything else in the viewer's, where a letter is a square. */
final class PdfText {

    /** Of a letter; the names are those in {@link PdfWriter}. */
    enum Font {
        LATIN("L"),
        LATIN_BOLD("LB"),
        HANGUL(""),
        OTHER("K");

        final String name;

        Font(String name) {
            this.name = name;
        }
    }

    /** Letters that share a font. */
    record Run(Font font, String text, double width) {}

    /** The Latin letters of the format, which it calls WinAnsiEncoding. */
    static final Charset LATIN = Charset.forName("windows-1252");

    /** Widths of Helvetica from the blank to the tilde, in thousandths. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    /** Likewise of Helvetica-Bold. */
    private static final int[] BOLD_WIDTHS = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
        611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556, 500, 389, 280, 389, 584
    };

    private static final int SQUARE = 1000;

    private PdfText() {}

    static double width(String text, double size, boolean bold) {
        return text.codePoints().mapToDouble(letter -> advance(letter, bold)).sum() * size / 1000;
    }

    static List<Run> runs(String text, double size, boolean bold) {
        List<Run> runs = new ArrayList<>();
        int[] letters = text.codePoints().toArray();
        for (int from = 0, i = 1; i <= letters.length; i++) {
            if (i == letters.length || font(letters[i], bold) != font(letters[from], bold)) {
                String run = new String(letters, from, i - from);
                runs.add(new Run(font(letters[from], bold), run, width(run, size, bold)));
                from = i;
            }
        }
        return runs;
    }

    private static double advance(int letter, boolean bold) {
        return switch (font(letter, bold)) {
            case LATIN -> WIDTHS[plain(letter) - ' '];
            case LATIN_BOLD -> BOLD_WIDTHS[plain(letter) - ' '];
            case HANGUL -> HangulFonts.ADVANCE;
            case OTHER -> SQUARE;
        };
    }

    private static Font font(int letter, boolean bold) {
        if (HangulStrokes.has(letter)) {
            return Font.HANGUL;
        }
        boolean latin = letter >= ' ' && letter != 127 && LATIN.newEncoder().canEncode(Character.toString(letter));
        return !latin ? Font.OTHER : bold ? Font.LATIN_BOLD : Font.LATIN;
    }

    /** The letter without its accent, which makes none wider; a digit for a sign. */
    private static int plain(int letter) {
        int base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePointAt(0);
        return base >= ' ' && base <= '~' ? base : '0';
    }

    /** Breaks between words, and within a word that is longer than a line; what is beyond the last line is cut off. */
    static List<String> lines(String text, double size, boolean bold, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, size, bold) <= width) {
                line.replace(0, line.length(), joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int letter : word.codePoints().toArray()) {
                String longer = line + Character.toString(letter);
                if (width(longer, size, bold) > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(letter);
            }
        }
        lines.add(line.toString());
        return lines.size() <= most ? lines : cut(lines, most);
    }

    private static List<String> cut(List<String> lines, int most) {
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.getLast() + "...");
        return kept;
    }

    private static String printable(String text) {
        return text.strip().replaceAll("\\s+|\\p{Cntrl}", " ");
    }
}
