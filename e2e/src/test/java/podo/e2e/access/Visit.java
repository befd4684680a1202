package podo.e2e.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser's session without a browser: follows no redirect, sends the CSRF token of the last page. */
public final class Visit {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String token = "";

    public Visit(String base) {
        this.base = base;
        get("/login");
    }

    public void logIn(String email, String password) {
        int status = post("/login", "email=" + encoded(email) + "&password=" + encoded(password));
        if (status / 100 != 3) {
            throw new IllegalStateException("The log-in of " + email + " was answered with " + status);
        }
        get("/login");
    }

    public int get(String path) {
        return send(request(path).GET());
    }

    public int post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(token))));
    }

    /** Values of the cookies that this visit holds, by name. */
    public java.util.List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private int send(HttpRequest.Builder request) {
        try {
            // a stream never ends: its status is enough
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                boolean isPage =
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
                if (isPage) {
                    Matcher found =
                            TOKEN.matcher(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                    token = found.find() ? found.group(1) : token;
                }
            }
            return response.statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", path.endsWith("/stream") ? "text/event-stream" : "text/html");
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
