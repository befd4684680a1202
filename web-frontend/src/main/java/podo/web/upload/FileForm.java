package podo.web.upload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A form of type {@code multipart/form-data} (RFC 7578) with at most one file. The server's own reader stays switched off: it would read such a body at every
 * address before anybody is asked who they are.
 *
 * @param fields all but the file
 * @param file null when none was sent; empty when none was chosen
 */
record FileForm(Map<String, String> fields, byte @Nullable [] file) {

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_HEADERS = 2000;
    private static final int LONGEST_FIELD = 10_000;
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");

    /** Null for a body that is no such form, or ends before its end. */
    static @Nullable FileForm parse(@Nullable String contentType, byte[] body) {
        String boundary = boundary(contentType);
        if (boundary == null) {
            return null;
        }
        byte[] delimiter = ascii("\r\n--" + boundary);
        int at = delimiter.length - 2;
        if (!matches(body, 0, ascii("--" + boundary))) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        byte[] file = null;
        for (int i = 0; i <= MOST_PARTS; i++) {
            if (matches(body, at, ascii("--"))) {
                return new FileForm(fields, file);
            }
            int headersEnd = indexOf(body, HEADERS_END, at, LONGEST_HEADERS);
            int end = headersEnd < 0 ? -1 : indexOf(body, delimiter, headersEnd + 2, body.length);
            if (end < 0 || !matches(body, at, ascii("\r\n"))) {
                return null;
            }
            // a part without content ends where its headers do
            int start = Math.min(headersEnd + HEADERS_END.length, end);
            ContentDisposition part = disposition(text(body, at, headersEnd));
            if (part == null || part.getName() == null) {
                return null;
            }
            if (part.getFilename() != null) {
                if (file != null) {
                    return null;
                }
                file = java.util.Arrays.copyOfRange(body, start, end);
            } else if (end - start > LONGEST_FIELD || fields.put(part.getName(), text(body, start, end)) != null) {
                return null;
            }
            at = end + delimiter.length;
        }
        return null;
    }

    private static @Nullable String boundary(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
            String boundary = type == null || !type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)
                    ? null
                    : type.getParameter("boundary");
            return boundary == null ? null : boundary.replaceAll("^\"|\"$", "");
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static @Nullable ContentDisposition disposition(String headers) {
        try {
            return headers.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                    .findFirst()
                    .map(line -> ContentDisposition.parse(line.substring(20).strip()))
                    .filter(ContentDisposition::isFormData)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int indexOf(byte[] body, byte[] wanted, int from, int within) {
        int last = Math.min(body.length - wanted.length, from + within);
        for (int i = from; i <= last; i++) {
            if (matches(body, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] body, int at, byte[] wanted) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] body, int from, int to) {
        return new String(body, from, to - from, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
