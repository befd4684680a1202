package podo.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a page with gaps for what is a person's. What lies between the gaps is compressed once, each piece by itself, so that
 * the pieces and what fills the gaps can be joined to one gzip stream (RFC 1952) without compressing anything for a request.
 */
final class SplicedPage {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** A last block without content. */
    private static final byte[] END = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final int MAX_STORED = 0xffff;

    /** @param gap index of what follows, -1 behind the last piece @param deflated complete bytes that no later piece refers to */
    private record Piece(byte[] plain, byte[] deflated, int gap) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final @Nullable String contentType;
    private final int size;

    /** @param marks texts that stand in the page where the gaps are, free of characters that HTML escapes */
    SplicedPage(byte[] page, @Nullable String contentType, List<String> marks) {
        this.contentType = contentType;
        String rest = new String(page, StandardCharsets.UTF_8);
        while (!rest.isEmpty()) {
            int gap = -1;
            int at = rest.length();
            for (int i = 0; i < marks.size(); i++) {
                int found = rest.indexOf(marks.get(i));
                if (found >= 0 && found < at) {
                    gap = i;
                    at = found;
                }
            }
            byte[] plain = rest.substring(0, at).getBytes(StandardCharsets.UTF_8);
            pieces.add(new Piece(plain, deflated(plain), gap));
            rest = gap < 0 ? "" : rest.substring(at + marks.get(gap).length());
        }
        this.size = pieces.stream()
                .mapToInt(piece -> piece.plain().length + piece.deflated().length + 64)
                .sum();
    }

    /** Memory that it takes. */
    int size() {
        return size;
    }

    /** @param fillings HTML for each mark */
    void write(List<String> fillings, boolean gzip, HttpServletResponse response) throws IOException {
        List<byte[]> filled = fillings.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (contentType != null) {
            response.setContentType(contentType);
        }
        byte[] body = gzip ? gzip(filled) : plain(filled);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] plain(List<byte[]> fillings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (Piece piece : pieces) {
            out.writeBytes(piece.plain());
            if (piece.gap() >= 0) {
                out.writeBytes(fillings.get(piece.gap()));
            }
        }
        return out.toByteArray();
    }

    private byte[] gzip(List<byte[]> fillings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size / 2);
        CRC32 sum = new CRC32();
        long length = 0;
        out.writeBytes(GZIP_HEADER);
        for (Piece piece : pieces) {
            out.writeBytes(piece.deflated());
            sum.update(piece.plain());
            length += piece.plain().length;
            if (piece.gap() >= 0) {
                byte[] filling = fillings.get(piece.gap());
                writeStored(filling, out);
                sum.update(filling);
                length += filling.length;
            }
        }
        out.writeBytes(END);
        writeInt(sum.getValue(), out);
        writeInt(length, out);
        return out.toByteArray();
    }

    /** Blocks that are not compressed. */
    private static void writeStored(byte[] bytes, ByteArrayOutputStream out) {
        for (int at = 0; at < bytes.length; at += MAX_STORED) {
            int count = Math.min(MAX_STORED, bytes.length - at);
            out.write(0);
            out.write(count);
            out.write(count >> 8);
            out.write(~count);
            out.write(~count >> 8);
            out.write(bytes, at, count);
        }
    }

    private static void writeInt(long value, ByteArrayOutputStream out) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write((int) (value >> shift));
        }
    }

    /** Blocks that end at a byte and of which none is the last. */
    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
            byte[] buffer = new byte[8192];
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, count);
            } while (count == buffer.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
