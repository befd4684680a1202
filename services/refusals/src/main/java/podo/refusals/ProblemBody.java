package podo.refusals;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;

/** The problem+json of a status, for places without Spring's message sources and JSON mapper. */
final class ProblemBody {

    private ProblemBody() {}

    static String of(int status, Locale language) {
        String name = nameOf(status);
        HttpStatus known = HttpStatus.resolve(status);
        return "{\"type\":\"urn:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        name,
                        known == null ? "" : known.getReasonPhrase(),
                        status,
                        text(name, language).replace("\"", "\\\""));
    }

    private static String text(String name, Locale language) {
        return ResourceBundle.getBundle(
                        "podo.refusals.problems",
                        language.getLanguage().equals("ko") ? Locale.KOREAN : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("problem." + name);
    }

    private static String nameOf(int status) {
        return switch (status) {
            case 400 -> "malformed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413, 414, 431 -> "too-large";
            case 503 -> "unavailable";
            default -> status < 500 ? "refused" : "internal-error";
        };
    }
}
