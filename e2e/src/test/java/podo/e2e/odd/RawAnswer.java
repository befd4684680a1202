package podo.e2e.odd;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a response, as text of one byte each. */
record RawAnswer(String bytes) {

    private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.[01] (\\d{3})");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]*)");

    /** 0 when there is no status line: the connection was closed, or the request named no version of HTTP. */
    int status() {
        // an interim response comes before the one that counts
        Matcher status = STATUS.matcher(bytes.replaceFirst("\\AHTTP/1\\.1 100[^\r\n]*\r\n\r\n", ""));
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    String type() {
        Matcher type = TYPE.matcher(bytes);
        return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "";
    }

    boolean hasBody() {
        return bytes.indexOf("\r\n\r\n") >= 0 && !bytes.endsWith("\r\n\r\n");
    }

    /** Problem+json, one of our own pages, or what Toss's API and Eureka answer in their own words. */
    boolean isRefusalInWords() {
        return type().startsWith("application/problem+json")
                || type().startsWith("text/html") && !bytes.contains("HTTP Status")
                || type().startsWith("application/json")
                        && (bytes.contains("\"code\"") || bytes.contains("{\"error\":"));
    }

    @Override
    public String toString() {
        String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
