package podo.e2e.load.sale.result;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines over the seconds of a sale as an SVG picture, with axes from zero and a legend; one title for who cannot see it. */
final class LinePlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 240;
    private static final int LEFT = 56;
    private static final int BOTTOM = 28;
    private static final int TOP = 26;
    private static final int RIGHT = 12;
    private static final int MOST_POINTS = 300;
    private static final int[] STEPS = {1, 2, 5};
    private static final List<String> COLOURS = List.of("#6d28d9", "#0f766e", "#b45309", "#be123c");

    private final String title;
    private final Map<String, double[]> lines = new LinkedHashMap<>();

    LinePlot(String title) {
        this.title = title;
    }

    /** @param perSecond one value for each second from the first */
    LinePlot line(String name, double[] perSecond) {
        lines.put(name, perSecond);
        return this;
    }

    String svg() {
        int seconds =
                lines.values().stream().mapToInt(line -> line.length).max().orElse(0);
        double most =
                lines.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        double step = step(most);
        double top = Math.max(step, Math.ceil(most / step) * step);
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%s</title>%n"
                        .formatted(WIDTH, HEIGHT, HtmlText.of(title), HtmlText.of(title)));
        for (double value = 0; value <= top + step / 2; value += step) {
            svg.append(text(LEFT - 6, y(value, top) + 4, "end", number(value)));
            svg.append(String.format(
                    Locale.ROOT, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>%n", LEFT, y(value, top), WIDTH - RIGHT));
        }
        double tick = step(seconds);
        for (double second = 0; second <= seconds; second += tick) {
            svg.append(text(x(second, seconds), HEIGHT - 8, "middle", number(second) + " s"));
        }
        int colour = 0;
        for (var line : lines.entrySet()) {
            String stroke = COLOURS.get(colour % COLOURS.size());
            svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n"
                    .formatted(stroke, points(line.getValue(), seconds, top)));
            svg.append("<text x=\"%d\" y=\"14\" style=\"fill:%s\">%s</text>%n"
                    .formatted(LEFT + colour * 170, stroke, HtmlText.of(line.getKey())));
            colour++;
        }
        return svg.append("</svg>\n").toString();
    }

    /** Of many seconds each point is the mean of some, so that the picture stays small. */
    private static String points(double[] values, int seconds, double top) {
        int each = Math.max(1, (int) Math.ceil(values.length / (double) MOST_POINTS));
        return IntStream.iterate(0, i -> i < values.length, i -> i + each)
                .mapToObj(i -> {
                    double mean = Arrays.stream(values, i, Math.min(values.length, i + each))
                            .average()
                            .orElse(0);
                    return String.format(Locale.ROOT, "%.1f,%.1f", x(i, seconds), y(mean, top));
                })
                .collect(Collectors.joining(" "));
    }

    /** 1, 2 or 5 times a power of ten, so that the axis has at most seven marks. */
    static double step(double most) {
        for (double power = 1; ; power *= 10) {
            for (int step : STEPS) {
                if (step * power * 6 >= most) {
                    return step * power;
                }
            }
        }
    }

    private static double x(double second, int seconds) {
        return LEFT + (WIDTH - LEFT - RIGHT) * second / Math.max(1, seconds);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
