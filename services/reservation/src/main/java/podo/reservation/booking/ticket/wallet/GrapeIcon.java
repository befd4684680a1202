package podo.reservation.booking.ticket.wallet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Draws the shop's icon, a bunch of grapes, as a PNG (RFC 2083) of any size. */
final class GrapeIcon {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Eight bits each of red, green, blue and opacity. */
    private static final byte[] FORMAT = {8, 6, 0, 0, 0};

    private static final int[] BRAND = {0x5b, 0x21, 0xb6};
    private static final int[] LEAF = {0x0a, 0x6b, 0x45};

    /** Centres of the grapes in a square of 1 × 1 from its top left corner. */
    private static final double[][] GRAPES = {
        {.26, .42}, {.5, .42}, {.74, .42}, {.38, .62}, {.62, .62}, {.5, .82},
    };

    private static final double RADIUS = .125;
    private static final double[] STALK = {.5, .18};
    private static final double STALK_RADIUS = .09;

    /** Each pixel is the mean of this many points, squared. */
    private static final int SAMPLES = 4;

    private GrapeIcon() {}

    static byte[] png(int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(size).putInt(size).put(FORMAT).array());
        chunk(out, "IDAT", deflated(pixels(size)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Rows of pixels, each after a byte that says that they are not filtered. */
    private static byte[] pixels(int size) {
        ByteBuffer pixels = ByteBuffer.allocate(size * (1 + 4 * size));
        for (int row = 0; row < size; row++) {
            pixels.put((byte) 0);
            for (int column = 0; column < size; column++) {
                double grape = 0;
                double leaf = 0;
                for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                    double x = (column + (i % SAMPLES + .5) / SAMPLES) / size;
                    double y = (row + (i / SAMPLES + .5) / SAMPLES) / size;
                    grape += isGrape(x, y) ? 1 : 0;
                    leaf += isWithin(x, y, STALK, STALK_RADIUS) ? 1 : 0;
                }
                int[] colour = grape >= leaf ? BRAND : LEAF;
                for (int part : colour) {
                    pixels.put((byte) part);
                }
                pixels.put((byte) Math.round(255 * (grape + leaf) / (SAMPLES * SAMPLES)));
            }
        }
        return pixels.array();
    }

    private static boolean isGrape(double x, double y) {
        for (double[] grape : GRAPES) {
            if (isWithin(x, y, grape, RADIUS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(double x, double y, double[] centre, double radius) {
        return Math.hypot(x - centre[0], y - centre[1]) <= radius;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
