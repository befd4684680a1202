package podo.e2e.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Logs in with the page's form, as a browser does, and stands in a line whose stream can be opened. */
final class PageSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String token = "";

    PageSession(String base) {
        this.base = base;
    }

    void logIn(String email, String password) throws IOException, InterruptedException {
        look("/login");
        send("/login", "&email=" + encoded(email) + "&password=" + encoded(password));
    }

    void join(long event) throws IOException, InterruptedException {
        look("/events/" + event + "/queue");
        send("/events/" + event + "/queue", "");
    }

    void leave(long event) throws IOException, InterruptedException {
        look("/events/" + event + "/queue");
        send("/events/" + event + "/queue/leave", "");
    }

    /** The cookies with which the page of this line opens its stream: those that it has just been given. */
    String cookies(long event) throws IOException, InterruptedException {
        look("/events/" + event + "/queue");
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void look(String path) throws IOException, InterruptedException {
        String page = http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher found = TOKEN.matcher(page);
        if (found.find()) {
            token = found.group(1);
        }
    }

    private void send(String path, String fields) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + encoded(token) + fields))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("POST " + path + " was answered with " + answer.statusCode());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
