package podo.web.poster;

import java.util.Locale;

/** Moon, waves, snow and grapes. */
final class NatureMotifs {

    private NatureMotifs() {}

    static void moon(Brush b) {
        for (int i = 0; i < 70; i++) {
            b.circle(b.between(0, 600), b.between(0, 560), b.between(.6, 2.6), "#fff", b.between(.25, .9));
        }
        double x = b.between(190, 410);
        double y = b.between(230, 310);
        double r = b.between(120, 165);
        for (int i = 4; i >= 1; i--) {
            b.circle(x, y, r + i * 38, b.colours.one(), .05);
        }
        b.circle(x, y, r, "url(#sun)", 1);
        for (int i = 0; i < 5; i++) {
            b.circle(
                    x + b.between(-r * .6, r * .6),
                    y + b.between(-r * .6, r * .6),
                    b.between(8, 26),
                    b.colours.two(),
                    .22);
        }
        hills(b, 520, 4);
    }

    static void waves(Brush b) {
        b.circle(b.between(170, 430), 250, b.between(90, 130), "url(#sun)", 1);
        for (int i = 0; i < 9; i++) {
            double top = 300 + i * 58;
            double swing = b.between(16, 40);
            double shift = b.between(0, 6.28);
            var path = new StringBuilder("M0 800");
            for (int x = 0; x <= 600; x += 20) {
                path.append(String.format(
                        Locale.ROOT, "L%d %.0f", x, top + Math.sin(x / 78.0 + shift) * swing + Math.sin(x / 31.0) * 6));
            }
            path.append("L600 800Z");
            b.fill(path, i % 3 == 2 ? b.colours.dusk() : b.lightColour(i + 1), .16 + i * .055);
        }
    }

    static void snow(Brush b) {
        b.circle(300, 330, 210, b.colours.one(), .10).circle(300, 330, 140, b.colours.one(), .12);
        for (int arm = 0; arm < 6; arm++) {
            b.add("<g transform=\"rotate(%d 300 330)\">", arm * 60);
            b.line("M300 330V110", "#fff", 7, .95);
            for (int i = 1; i <= 4; i++) {
                double y = 330 - i * 46;
                double reach = 58 - i * 8;
                b.line(
                        String.format(
                                Locale.ROOT,
                                "M300 %.0fl%.0f -%.0fM300 %.0fl-%.0f -%.0f",
                                y,
                                reach,
                                reach * .7,
                                y,
                                reach,
                                reach * .7),
                        b.lightColour(i),
                        5,
                        .95);
            }
            b.add("</g>");
        }
        for (int i = 0; i < 110; i++) {
            b.circle(b.between(0, 600), b.between(0, 800), b.between(1, 6), "#fff", b.between(.2, .8));
        }
        hills(b, 640, 2);
    }

    static void grapes(Brush b) {
        double r = 52;
        int[] rows = {5, 4, 4, 3, 2, 1};
        double y = 190;
        b.line("M300 150C296 110 316 76 350 56", "#8a6a3a", 12, 1);
        b.fill("M312 120C330 50 410 34 470 62C446 122 380 142 312 120Z", "#4fae78", 1);
        b.line("M326 114C370 104 412 88 450 68", "#2f7d52", 4, .8);
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row]; i++) {
                double x = 300 + (i - (rows[row] - 1) / 2.0) * r * 1.86 + (row == 2 ? r * .5 : 0) + b.between(-5, 5);
                b.circle(x, y + b.between(-4, 4), r, b.colours.night(), .55);
                b.circle(x, y, r - 3, b.lightColour(row + i + b.random.nextInt(2)), .94);
                b.circle(x - 8, y - 10, r * .62, "#fff", .12);
                b.circle(x - 17, y - 19, 9, "#fff", .8);
            }
            y += r * 1.62;
        }
    }

    private static void hills(Brush b, double from, int count) {
        for (int i = 0; i < count; i++) {
            double y = from + i * 66;
            double a = b.between(60, 130);
            String path = String.format(
                    Locale.ROOT,
                    "M0 %.0fC%.0f %.0f %.0f %.0f 300 %.0fS%.0f %.0f 600 %.0fV800H0Z",
                    y,
                    b.between(60, 140),
                    y - a,
                    b.between(180, 240),
                    y + 30,
                    y - 10,
                    b.between(440, 520),
                    y - a * .8,
                    y + 20);
            b.fill(path, i % 2 == 0 ? b.colours.dusk() : b.colours.night(), .78);
        }
    }
}
