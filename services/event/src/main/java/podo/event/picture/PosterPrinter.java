package podo.event.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import podo.starter.problem.InvalidField;
import podo.starter.problem.Unavailable;

/** Prints an uploaded picture anew as JPEG: pixels alone are carried over, upright, in sRGB, on white where it is transparent. */
@Component
public class PosterPrinter {

    private static final float QUALITY = 0.85f;
    /** Of the width; what is higher becomes narrower. */
    private static final double MOST_HEIGHT = 2.0;

    private static final int LONGEST_WAIT_SECONDS = 5;
    private static final int DIGITS = 32;

    /** A picture takes up to 50 MB while it is decoded, a quarter of the heap. */
    private final Semaphore oneAtATime = new Semaphore(1, true);

    /** Throws {@link InvalidField} for what is no picture, {@link Unavailable} while others are being printed. */
    public PrintedPoster print(Path picture) {
        boolean mine = false;
        try {
            mine = oneAtATime.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new Unavailable();
            }
            return printNow(Files.readAllBytes(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable();
        } finally {
            if (mine) {
                oneAtATime.release();
            }
        }
    }

    private static PrintedPoster printNow(byte[] picture) {
        PictureReader.Decoded decoded = PictureReader.read(picture);
        BufferedImage pixels = decoded.pixels();
        List<PrintedPoster.Print> prints = new ArrayList<>();
        List<Integer> widths = new ArrayList<>(PrintedPoster.WIDTHS);
        Collections.reverse(widths);
        int orientation = decoded.orientation();
        for (int width : widths) {
            pixels = fitted(pixels, orientation, width);
            orientation = 1;
            prints.addFirst(new PrintedPoster.Print(width, jpeg(pixels)));
        }
        return new PrintedPoster(digest(prints.getLast().jpeg()), prints);
    }

    /** Halves the picture until one step is left, so that each pixel of the result is the mean of those that it stands for. */
    private static BufferedImage fitted(BufferedImage source, int orientation, int width) {
        boolean lies = orientation > 4;
        int wide = lies ? source.getHeight() : source.getWidth();
        int high = lies ? source.getWidth() : source.getHeight();
        double scale = Math.min(1, Math.min((double) width / wide, MOST_HEIGHT * width / high));
        int targetWidth = Math.max(1, (int) Math.round(wide * scale));
        int targetHeight = Math.max(1, (int) Math.round(high * scale));
        BufferedImage pixels = source;
        while (pixels.getWidth() >= 2 * (lies ? targetHeight : targetWidth)
                && pixels.getHeight() >= 2 * (lies ? targetWidth : targetHeight)) {
            pixels = drawn(pixels, new AffineTransform(), (pixels.getWidth() + 1) / 2, (pixels.getHeight() + 1) / 2);
        }
        return drawn(pixels, upright(orientation), targetWidth, targetHeight);
    }

    /** @param turn of the unit square onto itself */
    private static BufferedImage drawn(BufferedImage pixels, AffineTransform turn, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.scale(width, height);
            graphics.transform(turn);
            graphics.scale(1.0 / pixels.getWidth(), 1.0 / pixels.getHeight());
            graphics.drawImage(pixels, 0, 0, null);
        } catch (RuntimeException e) {
            // a made-up colour profile is met only when its colours are asked for
            throw new InvalidField(PictureReader.FIELD, "picture-broken");
        } finally {
            graphics.dispose();
        }
        return result;
    }

    /** Exif's eight ways to lie, of the unit square. */
    private static AffineTransform upright(int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, 1, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, 1);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 << 10);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static String digest(byte[] jpeg) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
