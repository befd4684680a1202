package podo.starter.problem;

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
 * Writes problem+json for requests that Tomcat refuses before any filter runs (encoded slash, zero byte, bad header). Tomcat creates
 * the valve from its class name, without injection, so it reads the resource bundle itself.
 */
public class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Locale language = prefersKorean(request) ? Locale.KOREAN : Locale.ROOT;
        String name = problemName(status);
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
            // the client disconnected; there is nobody to answer
        }
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }

    private static boolean prefersKorean(Request request) {
        return request.getLocale().getLanguage().equals("ko");
    }

    private static String problemName(int status) {
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
