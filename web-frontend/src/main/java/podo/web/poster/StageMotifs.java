package podo.web.poster;

import java.util.Locale;

/** Spotlights, level bars, strings, ribbons and paper cuts. */
final class StageMotifs {

    private StageMotifs() {}

    static void rays(Brush b) {
        double x = b.between(220, 380);
        double y = b.between(470, 560);
        int count = 22;
        double turn = b.between(0, .2);
        for (int i = 0; i < count; i += 1) {
            double from = Math.PI + turn + i * Math.PI / count * 1.08 - .12;
            double to = from + Math.PI / count * .56;
            b.fill(
                    String.format(
                            Locale.ROOT,
                            "M%.0f %.0fL%.0f %.0fL%.0f %.0fZ",
                            x,
                            y,
                            x + Math.cos(from) * 1000,
                            y + Math.sin(from) * 1000,
                            x + Math.cos(to) * 1000,
                            y + Math.sin(to) * 1000),
                    b.lightColour(i),
                    .30 + (i % 3) * .14);
        }
        for (int i = 3; i > 0; i--) {
            b.circle(x, y, 90 + i * 34, b.colours.one(), .13);
        }
        b.circle(x, y, 92, "url(#sun)", 1);
        var crowd = new StringBuilder("M0 800V640");
        for (int at = 0; at < 600; at += 30) {
            double head = 640 + b.between(-16, 22);
            crowd.append(String.format(Locale.ROOT, "Q%d %.0f %d %.0f", at + 15, head - 44, at + 30, head + 10));
        }
        b.fill(crowd.append("V800Z"), b.colours.night(), .92);
        for (int i = 0; i < 9; i++) {
            double at = b.between(20, 580);
            b.line(
                    String.format(Locale.ROOT, "M%.0f 660l%.0f -%.0f", at, b.between(-16, 16), b.between(60, 110)),
                    b.colours.night(),
                    13,
                    .95);
        }
    }

    static void bars(Brush b) {
        b.circle(b.between(150, 450), 220, 170, b.colours.one(), .16)
                .circle(b.between(150, 450), 240, 96, "url(#sun)", .95);
        int count = 13;
        double step = 600.0 / count;
        for (int i = 0; i < count; i++) {
            double rise = 90 + Math.abs(Math.sin(i * .62 + b.between(0, .5))) * 330;
            b.bar(i * step + 7, 420 - rise / 2 + 60, step - 14, rise, (step - 14) / 2, b.lightColour(i), .88);
            b.bar(
                    i * step + 7,
                    480 + rise / 2 + 16,
                    step - 14,
                    40 + rise * .12,
                    (step - 14) / 2,
                    b.lightColour(i),
                    .28);
        }
    }

    static void strings(Brush b) {
        double x = b.between(380, 470);
        b.circle(x, 300, 200, b.colours.one(), .12).circle(x, 300, 128, "url(#sun)", .96);
        for (int i = 0; i < 30; i++) {
            double y = 60 + i * 26;
            double bend = b.between(-40, 90) + i * 4;
            b.line(
                    String.format(
                            Locale.ROOT,
                            "M-20 %.0fC160 %.0f 360 %.0f 620 %.0f",
                            y,
                            y - bend,
                            y + bend * 1.3,
                            y - 150 + i * 9),
                    b.lightColour(i),
                    i % 5 == 0 ? 5 : 1.8,
                    i % 5 == 0 ? .95 : .55);
        }
        for (int i = 0; i < 7; i++) {
            double nx = 60 + i * 80;
            double ny = b.between(250, 520);
            b.add(
                    "<ellipse cx=\"%.0f\" cy=\"%.0f\" rx=\"21\" ry=\"15\" fill=\"#fff\" transform=\"rotate(-20 %.0f %.0f)\" opacity=\".92\"/>",
                    nx, ny, nx, ny);
            b.line(String.format(Locale.ROOT, "M%.0f %.0fv-96", nx + 19, ny - 4), "#fff", 5, .92);
        }
    }

    static void ribbons(Brush b) {
        b.circle(b.between(200, 400), 270, 150, "url(#sun)", .92);
        for (int i = 0; i < 7; i++) {
            double y = 130 + i * 84;
            double a = b.between(120, 240);
            b.line(
                    String.format(
                            Locale.ROOT,
                            "M-80 %.0fC120 %.0f 220 %.0f 330 %.0fS560 %.0f 700 %.0f",
                            y,
                            y - a,
                            y + a,
                            y + 10,
                            y - a * .9,
                            y - 20),
                    b.lightColour(i),
                    62 - i * 4,
                    .62);
            b.line(
                    String.format(
                            Locale.ROOT,
                            "M-80 %.0fC120 %.0f 220 %.0f 330 %.0fS560 %.0f 700 %.0f",
                            y - 20,
                            y - a - 20,
                            y + a - 20,
                            y - 10,
                            y - a * .9 - 20,
                            y - 40),
                    "#fff",
                    3,
                    .5);
        }
    }

    static void arcs(Brush b) {
        double size = 150;
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 4; column++) {
                double x = column * size;
                double y = row * size + 20;
                b.add("<g transform=\"translate(%.0f %.0f) rotate(%d 75 75)\">", x, y, b.random.nextInt(4) * 90);
                switch (b.random.nextInt(5)) {
                    case 0 -> b.fill("M0 0H150A150 150 0 0 1 0 150Z", b.lightColour(row + column), .95);
                    case 1 ->
                        b.circle(75, 75, 56, b.lightColour(row * 2 + column), .95)
                                .circle(75, 75, 24, b.colours.night(), .9);
                    case 2 ->
                        b.fill("M0 0H150V75A75 75 0 0 1 0 75Z", b.lightColour(column + 1), .9)
                                .circle(75, 74, 22, "#fff", .9);
                    case 3 ->
                        b.fill("M0 150L150 0V150Z", b.lightColour(row + 2), .85)
                                .bar(14, 14, 44, 44, 22, b.colours.one(), .9);
                    default -> b.ring(75, 75, 52, b.lightColour(column), 20, .9);
                }
                b.add("</g>");
            }
        }
    }
}
