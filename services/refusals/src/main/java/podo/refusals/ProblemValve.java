package podo.refusals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes problem+json, and one line of log, for requests that Tomcat refuses before any filter runs (encoded slash, zero byte, bad
 * header, unknown protocol). What the client did wrong is answered 4xx: Tomcat's 501 and 505 are 405 and 400 here. Tomcat creates the
 * valve from its class name, without injection.
 */
public class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        int status = clientError(response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        log.info("Refused before any filter: {}", status);
        byte[] body = ProblemBody.of(status, prefersKorean(request) ? Locale.KOREAN : Locale.ENGLISH)
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setStatus(status);
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

    /** An unknown method or transfer coding and an unknown version of HTTP. */
    private static int clientError(int status) {
        return switch (status) {
            case 501 -> 405;
            case 505 -> 400;
            default -> status;
        };
    }

    private static boolean prefersKorean(Request request) {
        return request.getLocale().getLanguage().equals("ko");
    }
}
