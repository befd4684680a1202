package podo.event.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an upload in a file, so that a slow sender takes no memory; closing deletes it. */
public final class UploadedPicture implements AutoCloseable {

    public static final int MOST_BYTES = 8 << 20;

    private final Path file;

    private UploadedPicture(Path file) {
        this.file = file;
    }

    /** Throws {@link PictureTooLarge} for more than {@link #MOST_BYTES}. */
    public static UploadedPicture receive(InputStream body) throws IOException {
        UploadedPicture picture = new UploadedPicture(Files.createTempFile("poster", null));
        try (OutputStream out = Files.newOutputStream(picture.file)) {
            byte[] buffer = new byte[16 << 10];
            long total = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                if (total > MOST_BYTES) {
                    throw new PictureTooLarge(MOST_BYTES);
                }
                out.write(buffer, 0, count);
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
