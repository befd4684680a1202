package podo.event.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Picture files for tests: red at the top left, green at the top right, white at the bottom left, blue at the bottom right. */
public final class PictureFiles {

    static final String SCRIPT = "<script>alert(1)</script>";

    private PictureFiles() {}

    public static byte[] jpeg(int width, int height) {
        return encoded("jpeg", pixels(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] png(int width, int height) {
        return encoded("png", pixels(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    static byte[] gif(int width, int height) {
        return encoded("gif", pixels(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PictureFiles.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a script as a comment, as Exif's description, with an orientation, and with a page behind the end. */
    static byte[] hostileJpeg(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, exif(orientation));
        segment(out, 0xfe, SCRIPT.getBytes(ISO_8859_1));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(("<html>" + SCRIPT + "</html>").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** A PNG file of some hundred bytes that says it has so many pixels. */
    static byte[] pngThatSays(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array());
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[100_000]);
        deflater.finish();
        byte[] rows = new byte[1000];
        int length = deflater.deflate(rows);
        deflater.end();
        chunk(out, "IDAT", java.util.Arrays.copyOf(rows, length));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A JPEG file whose frame says so. */
    static byte[] jpegThatSays(int width, int height) {
        byte[] file = jpeg(400, 400);
        for (int i = 2; i < file.length - 9; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** The same picture with that many more scans, which say nothing new. */
    static byte[] jpegWithScans(int scans) {
        byte[] plain = jpeg(400, 400);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, plain.length - 2);
        for (int i = 0; i < scans; i++) {
            segment(out, 0xda, new byte[] {1, 1, 0, 0, 63, 0});
        }
        out.write(plain, plain.length - 2, 2);
        return out.toByteArray();
    }

    /** A WebP file with a canvas of 400 × 500 whose frame says that it has as many pixels as the format allows. */
    static byte[] webpWithALargeFrame() {
        byte[] lossless = resource("four-colours-lossless.webp");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(lossless, 0, 12);
        out.writeBytes("VP8X".getBytes(ISO_8859_1));
        out.writeBytes(new byte[] {10, 0, 0, 0, 0, 0, 0, 0, (byte) 0x8f, 1, 0, (byte) 0xf3, 1, 0});
        byte[] frame = java.util.Arrays.copyOfRange(lossless, 12, lossless.length);
        java.util.Arrays.fill(frame, 9, 12, (byte) 0xff);
        out.writeBytes(frame);
        byte[] file = out.toByteArray();
        ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        return file;
    }

    private static byte[] exif(int orientation) {
        byte[] words = SCRIPT.getBytes(ISO_8859_1);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + words.length + 1);
        exif.put("Exif\0\0".getBytes(ISO_8859_1)).put("MM".getBytes(ISO_8859_1));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(words.length + 1)
                .putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).put(words).put((byte) 0).array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write(content.length + 2 >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] named = (type + new String(content, ISO_8859_1)).getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static BufferedImage pixels(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, height / 2, width, height);
        if (type == BufferedImage.TYPE_INT_RGB) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, height / 2, width / 2, height);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("nothing writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
