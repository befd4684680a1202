package podo.gateway.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A path that means one thing to every program that reads it, and leads to nothing that is ours alone. */
final class CanonicalPath {

    private static final Set<String> OURS_ALONE = Set.of("internal", "actuator", "eureka", "error");
    private static final Pattern CROOKED =
            Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%(?:2[ef5]|3b|5c|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private CanonicalPath() {}

    static boolean is(String path) {
        if (path.startsWith("/api/")) {
            return path.indexOf('%') < 0 && !CROOKED.matcher(path).find();
        }
        if (CROOKED.matcher(path).find()) {
            return false;
        }
        String first = firstSegment(path);
        return !OURS_ALONE.contains(first) && !first.equals("api");
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
