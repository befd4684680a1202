package podo.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import podo.door.problem.ProblemWriter;

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
        if (!Wish.forPage(request)) {
            HttpStatus known = HttpStatus.resolve(status);
            problems.write(
                    response, known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known, Outcomes.problemName(status));
            return null;
        }
        response.setStatus(status);
        return fill(model, status);
    }

    /** The template for this status, with its refresh when another try makes sense. */
    static String fill(Model model, int status) {
        int page = OWN_PAGE.contains(status) ? status : status >= 500 ? 500 : status == 405 ? 404 : 400;
        model.addAttribute("status", page);
        if (page == 503) {
            model.addAttribute("refresh", 5);
        }
        return "error/calm";
    }

    static @Nullable Visitor visitor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Visitor me ? me : null;
    }

    private static int statusOf(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e.getClass().getName().contains("Redis")) {
                return 503;
            }
        }
        return 500;
    }
}
