package podo.reservation.booking.ticket.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Draws any of the 11,172 Hangul syllables as strokes of a pen. A syllable is 588 × initial + 28 × vowel + final (Unicode 3.12); its letters are
 * placed in boxes that depend on the shape of the vowel and on whether there is a final. A cell is 100 units wide and high.
 */
final class HangulStrokes {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;

    private static final List<String> INITIALS = List.of("ㄱ ㄱㄱ ㄴ ㄷ ㄷㄷ ㄹ ㅁ ㅂ ㅂㅂ ㅅ ㅅㅅ ㅇ ㅈ ㅈㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" "));
    private static final List<String> VOWELS = List.of("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" "));
    private static final List<String> FINALS =
            List.of("- ㄱ ㄱㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅅㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" "));

    private static final String HORIZONTAL = "ㅗㅛㅜㅠㅡ";
    private static final String WITH_TICKS_TO_THE_LEFT = "ㅓㅕㅔㅖ";
    private static final String WITH_TWO_STEMS = "ㅐㅒㅔㅖ";

    /** Strokes of each letter in a box of 1 × 1 from the bottom left corner: points of a line, or o with centre and radii of an ellipse. */
    private static final Map<Character, String> SHAPES = Map.ofEntries(
            Map.entry('ㄱ', "0 1 1 1 1 0"),
            Map.entry('ㄴ', "0 1 0 0 1 0"),
            Map.entry('ㄷ', "1 1 0 1 0 0 1 0"),
            Map.entry('ㄹ', "0 1 1 1 1 .52 0 .52 0 0 1 0"),
            Map.entry('ㅁ', "0 0 0 1 1 1 1 0 0 0"),
            Map.entry('ㅂ', "0 1 0 0 1 0 1 1/0 .55 1 .55"),
            Map.entry('ㅅ', ".5 1 .47 .65 .28 .25 0 0/.5 .72 .72 .28 1 0"),
            Map.entry('ㅇ', "o .5 .5 .5 .5"),
            Map.entry('ㅈ', "0 1 1 1/.5 1 .46 .6 .28 .24 0 0/.49 .66 .72 .26 1 0"),
            Map.entry('ㅊ', ".32 1 .68 1/0 .78 1 .78/.5 .78 .46 .48 .28 .2 0 0/.49 .52 .72 .2 1 0"),
            Map.entry('ㅋ', "0 1 1 1 1 0/0 .52 1 .52"),
            Map.entry('ㅌ', "1 1 0 1 0 0 1 0/0 .5 .95 .5"),
            Map.entry('ㅍ', "0 1 1 1/0 0 1 0/.27 1 .27 0/.73 1 .73 0"),
            Map.entry('ㅎ', ".3 1 .7 1/0 .76 1 .76/o .5 .27 .38 .27"),
            Map.entry('ㅗ', "0 0 1 0/.5 0 .5 1"),
            Map.entry('ㅛ', "0 0 1 0/.33 0 .33 1/.67 0 .67 1"),
            Map.entry('ㅜ', "0 1 1 1/.5 1 .5 0"),
            Map.entry('ㅠ', "0 1 1 1/.33 1 .33 0/.67 1 .67 0"),
            Map.entry('ㅡ', "0 .5 1 .5"),
            Map.entry('ㅏ', ".35 1 .35 0/.35 .52 1 .52"),
            Map.entry('ㅑ', ".35 1 .35 0/.35 .66 1 .66/.35 .38 1 .38"),
            Map.entry('ㅓ', ".8 1 .8 0/0 .52 .8 .52"),
            Map.entry('ㅕ', ".8 1 .8 0/0 .66 .8 .66/0 .38 .8 .38"),
            Map.entry('ㅣ', ".7 1 .7 0"),
            Map.entry('ㅐ', ".25 .96 .25 .04/.9 1 .9 0/.25 .52 .9 .52"),
            Map.entry('ㅒ', ".25 .96 .25 .04/.9 1 .9 0/.25 .66 .9 .66/.25 .38 .9 .38"),
            Map.entry('ㅔ', ".5 .96 .5 .04/1 1 1 0/0 .52 .5 .52"),
            Map.entry('ㅖ', ".5 .96 .5 .04/1 1 1 0/0 .66 .5 .66/0 .38 .5 .38"));

    /** ㄱ and ㅋ to the left of a vowel lean. */
    private static final Map<Character, String> LEANING =
            Map.of('ㄱ', "0 1 1 1 .93 .45 .8 .2 .45 0", 'ㅋ', "0 1 1 1 .93 .45 .8 .2 .45 0/0 .54 .95 .54");

    /** Of a quarter of a circle as a Bézier curve. */
    private static final double CURVE = 0.5523;

    /** How far a cell reaches below the baseline. */
    private static final double DESCENT = 12;

    private record Box(double left, double bottom, double right, double top) {

        Box part(double from, double to) {
            double width = right - left;
            return new Box(left + from * width, bottom, left + to * width, top);
        }

        double x(double share) {
            return left + share * (right - left);
        }

        double y(double share) {
            return bottom + share * (top - bottom) - DESCENT;
        }
    }

    private final StringBuilder path = new StringBuilder();

    private HangulStrokes() {}

    static boolean has(int letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /** The path of a syllable in PDF's operators, in thousandths, to be stroked. */
    static String path(int syllable) {
        HangulStrokes strokes = new HangulStrokes();
        int number = syllable - FIRST;
        String end = FINALS.get(number % 28);
        strokes.write(INITIALS.get(number / 588), VOWELS.get(number % 588 / 28), end.equals("-") ? "" : end);
        return strokes.path.toString();
    }

    private void write(String initial, String vowel, String end) {
        boolean closed = !end.isEmpty();
        char first = vowel.charAt(0);
        char last = vowel.charAt(vowel.length() - 1);
        if (vowel.length() == 2) {
            below(initial, closed ? new Box(10, 60, 56, 94) : new Box(10, 50, 56, 92));
            letter(first, besides(first, closed));
            letter(last, new Box(isIn(WITH_TWO_STEMS, last) ? 66 : 70, closed ? 34 : 0, 96, 98));
            below(end, new Box(20, 2, 88, 25));
        } else if (isIn(HORIZONTAL, first)) {
            double low = closed ? isIn("ㅗㅛ", first) ? 68 : 66 : isIn("ㅗㅛ", first) ? 50 : 52;
            below(initial, closed ? new Box(18, low, 82, 95) : new Box(16, low, 84, 94));
            letter(first, under(first, closed));
            below(end, new Box(18, 1, 82, 26));
        } else {
            double right = isIn(WITH_TWO_STEMS, first) ? 46 : 52;
            consonants(initial, closed ? new Box(8, 50, right, 92) : new Box(8, 22, right, 84), true);
            double gap = isIn(WITH_TICKS_TO_THE_LEFT, first) ? 4 : 8;
            letter(first, new Box(right + gap, closed ? 42 : 0, 94, 98));
            below(end, new Box(22, 2, 90, 32));
        }
    }

    /** Of a horizontal vowel that stands alone under its consonant. */
    private static Box under(char vowel, boolean closed) {
        return switch (vowel) {
            case 'ㅡ' -> closed ? new Box(3, 46, 97, 54) : new Box(3, 18, 97, 30);
            case 'ㅜ', 'ㅠ' -> closed ? new Box(3, 36, 97, 53) : new Box(3, 2, 97, 38);
            default -> closed ? new Box(3, 42, 97, 58) : new Box(3, 10, 97, 38);
        };
    }

    /** Of a horizontal vowel with a vertical one to its right. */
    private static Box besides(char vowel, boolean closed) {
        return switch (vowel) {
            case 'ㅡ' -> closed ? new Box(3, 38, 62, 50) : new Box(3, 14, 63, 26);
            case 'ㅜ' -> closed ? new Box(3, 34, 62, 49) : new Box(3, 6, 63, 36);
            default -> closed ? new Box(3, 40, 62, 53) : new Box(3, 14, 63, 40);
        };
    }

    private void below(String consonants, Box box) {
        consonants(consonants, box, false);
    }

    private void consonants(String letters, Box box, boolean leaning) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            Box place = letters.length() == 1 ? box : i == 0 ? box.part(0, 0.43) : box.part(0.57, 1);
            String shape = leaning ? LEANING.get(letter) : null;
            draw(shape == null ? shapeOf(letter) : shape, place);
        }
    }

    private void letter(char letter, Box box) {
        draw(shapeOf(letter), box);
    }

    private static String shapeOf(char letter) {
        return Objects.requireNonNull(SHAPES.get(letter));
    }

    private void draw(String shape, Box box) {
        for (String stroke : shape.split("/")) {
            if (stroke.startsWith("o")) {
                double[] of = numbers(stroke.substring(2));
                ellipse(box.x(of[0]), box.y(of[1]), box.x(of[2]) - box.left, box.y(of[3]) - box.y(0));
            } else {
                double[] of = numbers(stroke);
                for (int i = 0; i < of.length; i += 2) {
                    add(i == 0 ? "m" : "l", box.x(of[i]), box.y(of[i + 1]));
                }
            }
        }
    }

    private void ellipse(double x, double y, double width, double height) {
        double dx = width * CURVE;
        double dy = height * CURVE;
        add("m", x + width, y);
        add("c", x + width, y + dy, x + dx, y + height, x, y + height);
        add("c", x - dx, y + height, x - width, y + dy, x - width, y);
        add("c", x - width, y - dy, x - dx, y - height, x, y - height);
        add("c", x + dx, y - height, x + width, y - dy, x + width, y);
    }

    private void add(String operator, double... values) {
        List<String> words = new ArrayList<>();
        for (double value : values) {
            words.add(String.format(Locale.ROOT, "%d", Math.round(value * 10)));
        }
        path.append(String.join(" ", words)).append(' ').append(operator).append('\n');
    }

    private static double[] numbers(String words) {
        return List.of(words.trim().split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static boolean isIn(String letters, char letter) {
        return letters.indexOf(letter) >= 0;
    }
}
