package podo.inventory.seat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The ready-made answers about one picture of a hall, each made when first asked for and then given to all. */
class CachedSeatMapResponse {

    private final Hall hall;
    private final long version;
    private final byte[] letters;
    private final String etag;
    private final Face seats;
    private final Face state;

    CachedSeatMapResponse(SeatMapJson sheet, long version, byte[] letters) {
        this.hall = sheet.hall();
        this.version = version;
        this.letters = letters;
        this.etag = "\"" + hall.revision() + "." + version + "." + Integer.toHexString(Arrays.hashCode(letters)) + "\"";
        this.seats = new Face(() -> sheet.seats(version, letters));
        this.state = new Face(this::stateJson);
    }

    String etag() {
        return etag;
    }

    /** Every seat with its state, as the public contract has it. */
    Face seats() {
        return seats;
    }

    /** One letter per seat. */
    Face state() {
        return state;
    }

    private byte[] stateJson() {
        return ("{\"v\":" + version + ",\"layout\":" + hall.revision() + ",\"s\":\""
                        + new String(letters, StandardCharsets.US_ASCII) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One answer, plain and compressed. */
    static final class Face {

        private final Supplier<byte[]> maker;
        private volatile byte @Nullable [] plain;
        private volatile byte @Nullable [] compressed;

        Face(Supplier<byte[]> maker) {
            this.maker = maker;
        }

        static Face ofCompressed(byte[] gzip) {
            Face face = new Face(() -> gunzip(gzip));
            face.compressed = gzip;
            return face;
        }

        synchronized byte[] plain() {
            byte[] made = plain;
            if (made == null) {
                made = maker.get();
                plain = made;
            }
            return made;
        }

        byte[] compressed() {
            byte[] made = compressed;
            if (made == null) {
                made = gzip(plain());
                compressed = made;
            }
            return made;
        }

        private static byte[] gunzip(byte[] bytes) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return gzip.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] gzip(byte[] bytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }
}
