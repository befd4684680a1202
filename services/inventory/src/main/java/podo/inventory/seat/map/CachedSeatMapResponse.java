package podo.inventory.seat.map;

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
import podo.inventory.seat.Hall;

/** The response bodies for one snapshot of a seat map, each written at the first request and then shared. */
class CachedSeatMapResponse {

    private final Hall hall;
    private final long version;
    private final byte[] letters;
    private final int[] available;
    private final String etag;
    private final Body seats;
    private final Body state;

    /** @param available free places per area */
    CachedSeatMapResponse(SeatMapJson json, long version, byte[] letters, int[] available) {
        this.hall = json.hall();
        this.version = version;
        this.letters = letters;
        this.available = available;
        this.etag = "\"" + hall.revision() + "." + version + "."
                + Integer.toHexString(Arrays.hashCode(letters) + 31 * Arrays.hashCode(available)) + "\"";
        this.seats = new Body(() -> json.seats(version, letters, available));
        this.state = new Body(this::stateJson);
    }

    String etag() {
        return etag;
    }

    /** Every seat with its state, as the public contract has it. */
    Body seats() {
        return seats;
    }

    /** {@code {"v", "layout", "s", "areas"}}, with one letter per seat in {@code s} and the free places per area in {@code areas}. */
    Body state() {
        return state;
    }

    private byte[] stateJson() {
        return ("{\"v\":" + version + ",\"layout\":" + hall.revision() + ",\"s\":\""
                        + new String(letters, StandardCharsets.US_ASCII) + "\",\"areas\":"
                        + Arrays.toString(available).replace(" ", "") + "}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One body, plain and compressed. */
    static final class Body {

        private final Supplier<byte[]> writer;
        private volatile byte @Nullable [] plain;
        private volatile byte @Nullable [] compressed;

        Body(Supplier<byte[]> writer) {
            this.writer = writer;
        }

        static Body ofCompressed(byte[] gzip) {
            Body body = new Body(() -> gunzip(gzip));
            body.compressed = gzip;
            return body;
        }

        synchronized byte[] plain() {
            byte[] written = plain;
            if (written == null) {
                written = writer.get();
                plain = written;
            }
            return written;
        }

        byte[] compressed() {
            byte[] written = compressed;
            if (written == null) {
                written = gzip(plain());
                compressed = written;
            }
            return written;
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
