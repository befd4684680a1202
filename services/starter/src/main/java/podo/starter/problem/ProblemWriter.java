package podo.starter.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import podo.starter.trace.TraceIds;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is reached: in filters and in the entry points of Security. */
public class ProblemWriter {

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemWriter(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public void write(HttpServletResponse response, HttpStatus status, String name, Object... args) throws IOException {
        write(response, texts.detail(status, name, args));
    }

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        var wait = problem.retryAfter();
        if (wait != null) {
            response.setHeader("Retry-After", ProblemHandler.retryAfterSeconds(wait));
        }
        write(response, texts.detail(problem));
    }

    private void write(HttpServletResponse response, ProblemDetail detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsString(detail).getBytes(StandardCharsets.UTF_8);
        String traceId = TraceIds.current();
        if (traceId != null) {
            response.setHeader(TraceIds.HEADER, traceId);
        }
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
