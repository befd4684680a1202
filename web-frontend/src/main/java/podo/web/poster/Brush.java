package podo.web.poster;

import java.util.Locale;
import java.util.Random;

/** Writes SVG shapes; its random numbers come from the seed, so the same address always gives the same poster. */
final class Brush {

    static final int WIDTH = 600;
    static final int HEIGHT = 800;

    final Palette colours;
    final Random random;
    private final StringBuilder svg = new StringBuilder(4096);

    Brush(Palette colours, long seed) {
        this.colours = colours;
        this.random = new Random(seed);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    String lightColour(int i) {
        return switch (Math.floorMod(i, 3)) {
            case 0 -> colours.one();
            case 1 -> colours.two();
            default -> colours.three();
        };
    }

    Brush circle(double x, double y, double r, String fill, double opacity) {
        return add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.1f\" fill=\"%s\" opacity=\"%.2f\"/>", x, y, r, fill, opacity);
    }

    Brush ring(double x, double y, double r, String stroke, double width, double opacity) {
        return add(
                "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" opacity=\"%.2f\"/>",
                x, y, r, stroke, width, opacity);
    }

    Brush bar(double x, double y, double width, double height, double radius, String fill, double opacity) {
        return add(
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\" fill=\"%s\" opacity=\"%.2f\"/>",
                x, y, width, height, radius, fill, opacity);
    }

    Brush fill(CharSequence path, String fill, double opacity) {
        return add("<path d=\"%s\" fill=\"%s\" opacity=\"%.2f\"/>", path, fill, opacity);
    }

    Brush line(CharSequence path, String stroke, double width, double opacity) {
        return add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\" opacity=\"%.2f\"/>",
                path, stroke, width, opacity);
    }

    Brush add(String shape, Object... args) {
        svg.append(String.format(Locale.ROOT, shape, args));
        return this;
    }

    String svg() {
        return svg.toString();
    }
}
