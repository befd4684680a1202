package podo.gateway.guard;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Method and path pattern, written as {@code POST /api/tokens}; method {@code *} matches every method, GET also HEAD. */
record RequestPattern(String method, PathPattern path) {

    static RequestPattern of(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        return new RequestPattern(parts[0], PathPatternParser.defaultInstance.parse(parts[1]));
    }

    boolean matches(String method, PathContainer path) {
        return (this.method.equals("*") || this.method.equals(method.equals("HEAD") ? "GET" : method))
                && this.path.matches(path);
    }
}
