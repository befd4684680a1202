package podo.gateway.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import podo.starter.problem.Problem;
import podo.starter.trace.TraceIds;

/** The HTML error page that the gateway renders itself, because web-frontend may be the service that fails. */
@Component
class FallbackErrorPage {

    private final String template = read("fallback.html");
    private final String style = read("fallback.css");
    private final String policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale language = RequestLanguage.of(request);
        ResourceBundle texts = ResourceBundle.getBundle(
                "fallback",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String key = texts.containsKey(problem.name() + ".title") ? problem.name() : "unavailable";
        String traceId = TraceIds.current();
        byte[] page = template.replace("{lang}", language == Locale.KOREAN ? "ko" : "en")
                .replace("{style}", style)
                .replace("{title}", texts.getString(key + ".title"))
                .replace("{text}", texts.getString(key + ".text"))
                .replace("{again}", texts.getString("again"))
                .replace("{home}", texts.getString("home"))
                .replace("{reference}", traceId == null ? "" : texts.getString("reference") + " " + traceId)
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        Duration wait = problem.retryAfter();
        if (wait != null || problem.status().is5xxServerError()) {
            long seconds = wait == null ? 2 : wait.plusMillis(999).toSeconds();
            response.setHeader("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
