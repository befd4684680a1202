package podo.gateway.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises paths that every program reads alike (no {@code //}, {@code ..}, {@code ;}, encoded slashes) and that are not internal. */
final class CanonicalPath {

    private static final Set<String> INTERNAL = Set.of("internal", "actuator", "eureka", "error");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%(?:2[ef5]|3b|5c|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private CanonicalPath() {}

    static boolean isCanonical(String path) {
        if (path.startsWith("/api/")) {
            return path.indexOf('%') < 0 && !AMBIGUOUS.matcher(path).find();
        }
        if (AMBIGUOUS.matcher(path).find()) {
            return false;
        }
        String first = firstSegment(path);
        return !INTERNAL.contains(first) && !first.equals("api");
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        String segment = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "error";
        }
    }
}
