package podo.web;

import java.util.Random;

/** Seating plans: a theatre of 300 seats, an arena of 5,000 and a stadium of 50,000. */
final class SampleHalls {

    static final int THEATRE = 300;
    static final int ARENA = 5_000;
    static final int STADIUM = 50_000;
    private static final String GRADES =
            "[{\"name\":\"VIP\",\"price\":165000},{\"name\":\"R\",\"price\":132000},{\"name\":\"S\",\"price\":110000},"
                    + "{\"name\":\"A\",\"price\":88000},{\"name\":\"B\",\"price\":66000}]";

    private SampleHalls() {}

    static String theatre() {
        var seats = new StringBuilder();
        int seq = 0;
        for (int row = 0; row < 15; row++) {
            boolean balcony = row >= 10;
            for (int number = 1; number <= 20; number++) {
                seq++;
                int x = number * 10 + (number > 6 ? 15 : 0) + (number > 14 ? 15 : 0);
                int y = row * 12 + (balcony ? 24 : 0) + Math.abs(number - 10) / 3;
                boolean accessible = row == 9 && number > 18;
                add(
                        seats,
                        seq,
                        balcony ? 1 : 0,
                        balcony ? row - 9 : row + 1,
                        number,
                        Math.min(4, row / 3),
                        accessible,
                        x,
                        y);
            }
        }
        return "{\"version\":1,\"grades\":" + GRADES + ",\"sections\":[\"Floor\",\"Balcony\"],\"seats\":[" + seats
                + "]}";
    }

    /** The theatre with a standing area of 80 places before its first row. */
    static String theatreWithPit() {
        String theatre = theatre();
        return theatre.substring(0, theatre.length() - 1) + ",\"areas\":[[60,\"Pit\",3,80,10,-90,215,60]]}";
    }

    static String arena() {
        var seats = new StringBuilder();
        int seq = 0;
        for (int block = 0; block < 10; block++) {
            int column = block % 5;
            int level = block / 5;
            for (int row = 0; row < 20; row++) {
                for (int number = 1; number <= 25; number++) {
                    seq++;
                    add(
                            seats,
                            seq,
                            block,
                            row + 1,
                            number,
                            Math.min(4, level * 2 + row / 8),
                            false,
                            column * 270 + number * 10,
                            level * 240 + row * 11);
                }
            }
        }
        return "{\"version\":1,\"grades\":" + GRADES
                + ",\"sections\":[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\",\"H\",\"J\",\"K\"],\"seats\":[" + seats
                + "]}";
    }

    /** Forty sections of 1,250 seats round a stage, in five price bands. */
    static String stadium() {
        var seats = new StringBuilder();
        var sections = new StringBuilder();
        int seq = 0;
        for (int block = 0; block < 40; block++) {
            sections.append(block == 0 ? "" : ",")
                    .append("\"")
                    .append(101 + block)
                    .append('"');
            for (int row = 0; row < 25; row++) {
                for (int number = 1; number <= 50; number++) {
                    seq++;
                    int x = block % 8 * 530 + number * 10;
                    int y = block / 8 * 300 + row * 11;
                    add(seats, seq, block, row + 1, number, block / 8, row == 24 && number > 48, x, y);
                }
            }
        }
        return "{\"version\":1,\"grades\":" + GRADES + ",\"sections\":[" + sections + "],\"seats\":[" + seats + "]}";
    }

    private static void add(
            StringBuilder seats,
            int seq,
            int section,
            int row,
            int number,
            int grade,
            boolean accessible,
            int x,
            int y) {
        seats.append(seats.isEmpty() ? "[" : ",[")
                .append(seq)
                .append(',')
                .append(section)
                .append(",\"")
                .append(row)
                .append("\",")
                .append(number)
                .append(',')
                .append(grade)
                .append(',')
                .append(accessible ? 1 : 0)
                .append(',')
                .append(x)
                .append(',')
                .append(y)
                .append(']');
    }

    static String letters(int count) {
        var chance = new Random(7);
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int n = chance.nextInt(100);
            letters.append(n < 62 ? 'a' : n < 70 ? 'h' : n < 97 ? 's' : 'b');
        }
        letters.setCharAt(68, 'a');
        letters.setCharAt(69, 'a');
        return letters.toString();
    }
}
