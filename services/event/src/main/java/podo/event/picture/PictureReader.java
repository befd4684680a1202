package podo.event.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import podo.starter.problem.InvalidField;

/**
 * Decodes a picture of a stranger in bounded memory. Its header is read first, and refused by what it says: a file of some kilobytes can stand for
 * gigabytes of pixels. Of a large one every second, third … pixel of a row is read.
 */
final class PictureReader {

    static final String FIELD = "picture";

    private static final int LONGEST_SIDE = 10_000;
    private static final int SHORTEST_SIDE = 300;
    private static final int MOST_SCANS = 64;
    private static final long MOST_BYTES = 32L << 20;

    private PictureReader() {}

    /** A decoded picture and the way it lies, 1 to 8 as in Exif. */
    record Decoded(BufferedImage pixels, int orientation) {}

    /** Throws {@link InvalidField} for what is no whole picture of the right kind and size. */
    static Decoded read(byte[] file) {
        PictureKind kind = PictureKind.of(file);
        if (kind == null) {
            throw new InvalidField(FIELD, "picture-kind");
        }
        try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
            int orientation = 1;
            switch (kind) {
                case JPEG -> {
                    JpegMarkers markers = JpegMarkers.read(in);
                    orientation = markers.orientation();
                    if (markers.scans() > MOST_SCANS) {
                        throw broken();
                    }
                }
                case WEBP -> checkFrame(WebpHeader.read(in), kind);
                case PNG -> {}
            }
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
            return new Decoded(decode(in, kind), orientation);
        } catch (InvalidField refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // decoders throw whatever they meet on the way through bytes that were made up
            throw broken();
        }
    }

    private static void checkFrame(WebpHeader frame, PictureKind kind) {
        if (frame.moves()) {
            throw new InvalidField(FIELD, "picture-moves");
        }
        if (frame.isWhole()) {
            checkSize(frame.width(), frame.height(), kind);
        } else {
            throw broken();
        }
    }

    private static BufferedImage decode(ImageInputStream in, PictureKind kind) throws IOException {
        ImageReader reader = readerOf(kind);
        try {
            boolean[] incomplete = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> incomplete[0] |= saysIncomplete(warning));
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(width, height, kind);
            int step = step(width, height, reader.getImageTypes(0).next().getSampleModel());
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage pixels = reader.read(0, param);
            if (incomplete[0]) {
                throw new IIOException("a part is missing");
            }
            return pixels;
        } finally {
            reader.dispose();
        }
    }

    /** WebP's is made here, because ImageIO looks for plugins in the class loader of whoever asks first. */
    private static ImageReader readerOf(PictureKind kind) {
        return kind == PictureKind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.format()).next();
    }

    /** The decoder of JPEG fills what is missing with grey and only warns; it warns of odd profiles and previews too. */
    private static boolean saysIncomplete(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("premature") || words.contains("truncated") || words.contains("corrupt");
    }

    private static void checkSize(int width, int height, PictureKind kind) {
        if (width < SHORTEST_SIDE || height < SHORTEST_SIDE) {
            throw new InvalidField(FIELD, "picture-small", SHORTEST_SIDE);
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > kind.mostPixels()) {
            throw new InvalidField(FIELD, "picture-large", LONGEST_SIDE, kind.mostPixels() / 1_000_000);
        }
    }

    /** The smallest one with which the pixels fit into {@link #MOST_BYTES}. */
    private static int step(int width, int height, SampleModel pixel) {
        long bytes = Math.max(
                1, (long) pixel.getNumDataElements() * DataBuffer.getDataTypeSize(pixel.getDataType()) / Byte.SIZE);
        int step = 1;
        while (bytes * (width / step) * (height / step) > MOST_BYTES) {
            step++;
        }
        return step;
    }

    private static InvalidField broken() {
        return new InvalidField(FIELD, "picture-broken");
    }
}
