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

/** What filters and the container refuse: a calm page for browsers, problem+json for everybody else. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> OWN_PAGE = Set.of(400, 403, 404, 429, 500, 503);

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            status = statusOf(cause);
            log.warn("A request failed before a page could answer: {}", cause.toString());
        }
        if (!ResponseKind.forPage(request)) {
            if (status == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause()));
            }
            HttpStatus known = HttpStatus.resolve(status);
            problems.write(
                    response,
                    known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known,
                    PageExceptionHandler.problemName(status));
            return null;
        }
        return answer(request, response, model, status, 0);
    }

    /**
     * The page for this status; it tries again by itself when that makes sense.
     *
     * @param wait seconds until another try makes sense, 0 when nobody said
     */
    static String answer(HttpServletRequest request, HttpServletResponse response, Model model, int status, long wait) {
        int page = OWN_PAGE.contains(status) ? status : status >= 500 ? 500 : status == 405 ? 404 : 400;
        OriginalRequest asked = OriginalRequest.by(request);
        response.setStatus(status);
        model.addAttribute("status", page);
        model.addAttribute("again", asked.again());
        if (page == 503 || page == 429) {
            long pause = wait > 0 ? wait : pause();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause));
            if (page == 503 && asked.canBeRepeated()) {
                model.addAttribute("retry", pause);
            }
        }
        return "error/calm";
    }

    /** By chance, so that all who saw the same trouble do not come back in the same second. */
    private static long pause() {
        return ThreadLocalRandom.current().nextLong(5, 11);
    }

    /** Nobody, when the session can't be read: a page about that must not fail of it. */
    static @Nullable Visitor visitor() {
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
