package podo.e2e.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A film for Chromium's fake camera (YUV4MPEG2): a ticket that is held still, at an angle of 40 degrees, in front of a grey wall. */
final class CameraFilm {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int TICKET = 320;
    private static final double ANGLE = 0.7;

    private CameraFilm() {}

    static Path of(byte[] png, Path file) throws IOException {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate(ANGLE, WIDTH / 2.0, HEIGHT / 2.0);
        pen.drawImage(
                ImageIO.read(new ByteArrayInputStream(png)),
                (WIDTH - TICKET) / 2,
                (HEIGHT - TICKET) / 2,
                TICKET,
                TICKET,
                Color.WHITE,
                null);
        pen.dispose();
        byte[] colours = new byte[WIDTH * HEIGHT / 2];
        java.util.Arrays.fill(colours, (byte) 128);
        try (OutputStream film = Files.newOutputStream(file)) {
            film.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10; i++) {
                film.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                film.write((byte[]) frame.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null));
                film.write(colours);
            }
        }
        return file;
    }
}
