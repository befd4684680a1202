package podo.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import podo.starter.problem.DependencyOutage;
import podo.starter.problem.ProblemWriter;
import podo.starter.trace.TraceIds;
import podo.web.form.FormPages;

/** Errors from filters and the container: an HTML page for browsers, problem+json for other clients. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> STATUSES_WITH_A_PAGE = Set.of(400, 403, 404, 429, 500, 503);

    private final FormPages forms;
    private final ProblemWriter problems;

    ErrorPages(FormPages forms, ProblemWriter problems) {
        this.forms = forms;
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            status = statusOf(cause);
            log.warn(
                    "{} failed outside a controller with {}: {}",
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    status,
                    cause.toString());
        }
        if (!ResponseKind.wantsHtml(request)) {
            if (status == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(randomRetryDelay()));
            }
            HttpStatus known = HttpStatus.resolve(status);
            problems.write(
                    response,
                    known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known,
                    PageExceptionHandler.problemName(status));
            return null;
        }
        return render(OriginalRequest.of(request, forms), response, model, status, 0);
    }

    /**
     * Renders the page for this status. A 503 page for a GET reloads itself; for a form it does not, since that would send
     * the form again.
     *
     * @param retryAfterSeconds the service's {@code Retry-After}, 0 when it sent none
     */
    static String render(
            OriginalRequest original, HttpServletResponse response, Model model, int status, long retryAfterSeconds) {
        int page = pageFor(status);
        boolean reloads = page == 503 && original.isRepeatable();
        response.setStatus(status);
        model.addAttribute("status", page);
        model.addAttribute("again", original.pageUrl());
        // whoever asks for help names it, and the operator finds the request by it
        model.addAttribute("traceId", page == 404 ? null : TraceIds.current());
        model.addAttribute("text", "error." + page + (page == 503 && !reloads ? ".sent" : ".text"));
        if (page == 503 || page == 429) {
            long delay = retryAfterSeconds > 0 ? retryAfterSeconds : randomRetryDelay();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(delay));
            if (reloads) {
                model.addAttribute("retry", delay);
            }
        }
        return "error/page";
    }

    private static int pageFor(int status) {
        if (STATUSES_WITH_A_PAGE.contains(status)) {
            return status;
        }
        if (status >= 500) {
            return 500;
        }
        return status == 405 ? 404 : 400;
    }

    /** Seconds, random so that the clients of one outage do not all retry in the same second. */
    private static long randomRetryDelay() {
        return ThreadLocalRandom.current().nextLong(5, 11);
    }

    /** The logged-in fan; null when the session cannot be read, because the error page must not fail for that too. */
    static @Nullable Visitor visitorOrNull() {
        try {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            return who != null && who.getPrincipal() instanceof Visitor me ? me : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    static int statusOf(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e.getClass().getName().contains("Redis")) {
                return 503;
            }
        }
        return DependencyOutage.isOutage(failure) ? 503 : 500;
    }
}
