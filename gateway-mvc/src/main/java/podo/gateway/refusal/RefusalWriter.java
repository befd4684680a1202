package podo.gateway.refusal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import podo.starter.problem.Problem;
import podo.starter.problem.ProblemWriter;

/** Writes a problem as problem+json, or as an HTML page when a browser asked for a page; counts it by reason. */
@Component
public class RefusalWriter {

    private final ProblemWriter problems;
    private final FallbackErrorPage page;
    private final MeterRegistry meters;

    RefusalWriter(ProblemWriter problems, FallbackErrorPage page, MeterRegistry meters) {
        this.problems = problems;
        this.page = page;
        this.meters = meters;
    }

    /** The problem as the response of a route. */
    public ServerResponse response(Problem problem) {
        return new RefusalResponse(problem, this);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        meters.counter("podo.gateway.refused", "reason", problem.name()).increment();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        if (wantsPage(request)) {
            page.write(request, response, problem);
        } else {
            problems.write(response, problem);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith("/api/");
    }
}
