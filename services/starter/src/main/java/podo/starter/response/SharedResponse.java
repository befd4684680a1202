package podo.starter.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A finished response with status 200.
 *
 * @param headers without those that depend on the connection or on the caller
 * @param etag weak, because the body may be sent compressed
 * @param gzip null when compression gains nothing
 */
record SharedResponse(Map<String, String> headers, String etag, byte[] body, byte @Nullable [] gzip) {

    private static final int WORTH_COMPRESSING = 1024;

    static SharedResponse of(Map<String, String> headers, byte[] body) {
        return new SharedResponse(headers, etagOf(body), body, isText(headers) ? compress(body) : null);
    }

    int size() {
        return 512 + body.length + (gzip == null ? 0 : gzip.length);
    }

    /** Answers 304 when the caller already has this body. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.ETAG, etag);
        if (isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] sent = body;
        if (gzip != null && AcceptedGzip.isIn(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            sent = gzip;
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent); // the container sends no body to HEAD
    }

    private boolean isKnownTo(HttpServletRequest request) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag -> tag.equals("*") || isSame(tag));
    }

    private boolean isSame(String tag) {
        return tag.equals(etag) || etag.endsWith(tag) && tag.startsWith("\"");
    }

    private static boolean isText(Map<String, String> headers) {
        String type = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "");
        return type.startsWith("text/") || type.contains("json") || type.contains("javascript") || type.contains("svg");
    }

    private static byte @Nullable [] compress(byte[] body) {
        if (body.length < WORTH_COMPRESSING) {
            return null;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String etagOf(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 10) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
