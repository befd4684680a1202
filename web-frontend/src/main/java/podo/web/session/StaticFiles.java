package podo.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The addresses of files that are the same for everybody and need no session. */
public final class StaticFiles {

    private static final List<String> PREFIXES = List.of("/assets/", "/webjars/", "/posters/", "/robots.txt");

    private StaticFiles() {}

    public static boolean isAskedFor(HttpServletRequest request) {
        return PREFIXES.stream().anyMatch(request.getRequestURI()::startsWith);
    }
}
