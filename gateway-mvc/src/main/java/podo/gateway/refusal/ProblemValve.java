package podo.gateway.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What Tomcat refuses before any filter of ours runs (an encoded slash, a zero byte, a bad header) is problem+json too. A
 * valve is made by Tomcat from its class name, so it takes the door's words from the bundle itself.
 */
public class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Locale language = korean(request) ? Locale.KOREAN : Locale.ROOT;
        String name = name(status);
        String detail = ResourceBundle.getBundle(
                        "podo.starter.problems",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("problem." + name);
        byte[] body = "{\"type\":\"urn:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(name, title(status), status, detail.replace("\"", "\\\""))
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/problem+json");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // the caller hung up, and nobody is left to be told
        }
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }

    private static boolean korean(Request request) {
        return request.getLocale().getLanguage().equals("ko");
    }

    private static String name(int status) {
        return switch (status) {
            case 400 -> "malformed";
            case 404 -> "not-found";
            case 405, 501 -> "method-not-allowed";
            case 413, 414, 431 -> "too-large";
            case 503 -> "unavailable";
            default -> status < 500 ? "refused" : "internal-error";
        };
    }
}
