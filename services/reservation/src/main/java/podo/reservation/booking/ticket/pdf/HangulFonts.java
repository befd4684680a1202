package podo.reservation.booking.ticket.pdf;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fonts of one file's Hangul: Type 3 (ISO 32000-1, 9.6.5), whose letters are drawings inside the file, so that every viewer shows them. A font
 * holds the letters that the file needs, 255 at most; {@code ToUnicode} says which they are, so that text can be searched and copied.
 */
final class HangulFonts {

    /** Of a letter, in thousandths of the font's size. */
    static final int ADVANCE = 970;

    /** A byte's letters, but for one: see {@link #MEASURE}. */
    private static final int MOST = 255;

    /**
     * An empty letter called m, 600 wide as in most fonts: some readers (Poppler) work out the size of such a font from it, and else take Hangul and
     * digits for two words.
     */
    private static final String MEASURE = "600 0 d0\n";

    private static final int PEN = 78;
    private static final int BOLD_PEN = 112;

    private record Letter(int syllable, boolean bold) {}

    /** Where a letter is: the font's name and its code in two hexadecimal digits. */
    record Code(String font, String hex) {}

    private final Map<Letter, Integer> numbers = new LinkedHashMap<>();

    Code code(int syllable, boolean bold) {
        int number = numbers.computeIfAbsent(new Letter(syllable, bold), letter -> numbers.size());
        return new Code(name(number / MOST), HexFormat.of().toHexDigits((byte) (number % MOST)));
    }

    /** Adds all fonts to the file; answers their entries for its table of fonts. */
    String addTo(PdfObjects objects) {
        StringBuilder entries = new StringBuilder();
        List<Letter> letters = List.copyOf(numbers.keySet());
        for (int from = 0; from < letters.size(); from += MOST) {
            int font = add(objects, letters.subList(from, Math.min(from + MOST, letters.size())));
            entries.append(" /%s %d 0 R".formatted(name(from / MOST), font));
        }
        return entries.toString();
    }

    private static int add(PdfObjects objects, List<Letter> letters) {
        StringBuilder drawings = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            names.add("/g" + i);
            drawings.append("/g%d %d 0 R ".formatted(i, objects.addStream(drawing(letters.get(i)))));
        }
        drawings.append("/m %d 0 R ".formatted(objects.addStream(MEASURE)));
        names.add("/m");
        int unicode = objects.addStream(unicode(letters));
        return objects.add(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 -180 1000 900] /FontMatrix [0.001 0 0 0.001 0 0]"
                        + " /CharProcs << " + drawings + ">> /Encoding << /Type /Encoding /Differences [0 "
                        + String.join(" ", names)
                        + "] >> /FirstChar 0 /LastChar " + letters.size() + " /Widths ["
                        + (ADVANCE + " ").repeat(letters.size())
                        + "600] /Resources << >> /ToUnicode " + unicode + " 0 R >>");
    }

    private static String drawing(Letter letter) {
        return "%d 0 d0\n%s%d w 1 J 1 j\n%sS\n"
                .formatted(
                        ADVANCE, PdfPen.PEN_INK, letter.bold() ? BOLD_PEN : PEN, HangulStrokes.path(letter.syllable()));
    }

    private static String unicode(List<Letter> letters) {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
                + "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");
        int atOnce = 100; // the format allows no more
        for (int from = 0; from < letters.size(); from += atOnce) {
            int to = Math.min(from + atOnce, letters.size());
            map.append("%d beginbfchar\n".formatted(to - from));
            for (int i = from; i < to; i++) {
                map.append("<%02X> <%04X>\n".formatted(i, letters.get(i).syllable()));
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String name(int font) {
        return "H" + font;
    }
}
