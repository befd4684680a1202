package podo.reservation.booking.ticket.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The numbered objects of a PDF file (ISO 32000-1, 7.3 and 7.5) with the table of where each begins. */
final class PdfObjects {

    private final List<byte[]> bodies = new ArrayList<>();

    /** Answers the object's number. */
    int add(String body) {
        bodies.add(latin(body));
        return bodies.size();
    }

    /** A number for an object that is {@link #set} later. */
    int reserve() {
        return add("");
    }

    void set(int number, String body) {
        bodies.set(number - 1, latin(body));
    }

    int addStream(String content) {
        byte[] packed = deflated(latin(content));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(latin("<< /Filter /FlateDecode /Length %d >>\nstream\n".formatted(packed.length)));
        body.writeBytes(packed);
        body.writeBytes(latin("\nendstream"));
        bodies.add(body.toByteArray());
        return bodies.size();
    }

    byte[] file(int catalog) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n"));
        StringBuilder table = new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(bodies.size() + 1));
        for (int i = 0; i < bodies.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(bodies.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(latin(table.toString()));
        out.writeBytes(latin("trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(bodies.size() + 1, catalog, start)));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e); // never: it is written to memory
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
