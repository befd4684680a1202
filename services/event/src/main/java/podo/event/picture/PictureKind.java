package podo.event.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kinds of pictures that are taken, told by their first bytes: neither a file's name nor the type that a client names is believed. */
enum PictureKind {
    JPEG("jpeg", 30_000_000),
    PNG("png", 30_000_000),
    /** Its decoder needs memory for every pixel, also when every second one is read. */
    WEBP("webp", 12_000_000);

    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_TYPE = "WEBP".getBytes(StandardCharsets.US_ASCII);

    private final String format;
    private final int mostPixels;

    PictureKind(String format, int mostPixels) {
        this.format = format;
        this.mostPixels = mostPixels;
    }

    /** As ImageIO names it. */
    String format() {
        return format;
    }

    int mostPixels() {
        return mostPixels;
    }

    /** Null for any other file. */
    static @Nullable PictureKind of(byte[] start) {
        if (startsWith(start, 0, JPEG_START)) {
            return JPEG;
        }
        if (startsWith(start, 0, PNG_START)) {
            return PNG;
        }
        return startsWith(start, 0, RIFF) && startsWith(start, 8, WEBP_TYPE) ? WEBP : null;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] wanted) {
        return bytes.length >= from + wanted.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
