package podo.stack.junit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fan of the pages without a browser: sends their forms, CSRF token included, and keeps the session's cookies. */
public final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final String base;
    private String token = "";

    /** @param base the address of the gateway or of one front end, without a slash at its end */
    public PageVisitor(String base) {
        this(base, HttpClient.newBuilder());
    }

    /** @param client what the gateway's certificate needs, where it has one */
    public PageVisitor(String base, HttpClient.Builder client) {
        this.base = base;
        this.http = client.cookieHandler(cookies).build();
    }

    public void logIn(String email, String password) throws IOException, InterruptedException {
        submit("/login", "/login", Map.of("email", email, "password", password));
    }

    /** Opens the page and takes the CSRF token of its forms, if it has any. Returns the page. */
    public String open(String page) throws IOException, InterruptedException {
        return answer(page).body();
    }

    /** As {@link #open}, with the status and the headers of the answer. */
    public HttpResponse<String> answer(String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(page).build(), BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** Opens an event stream as a page's script does; whoever reads the lines closes them. */
    public HttpResponse<Stream<String>> stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, BodyHandlers.ofLines());
    }

    /**
     * Opens a page and posts a form of it. Returns the address to which the answer leads.
     *
     * @throws IllegalStateException when the answer is no redirect, with which the pages answer each form that they accept
     */
    public String submit(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        open(page);
        return post(action, fields);
    }

    /** Posts a form of the page that was opened last. Returns and throws as {@link #submit}. */
    public String post(String action, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
        if (response.statusCode() / 100 != 3) {
            throw new IllegalStateException("POST " + action + " was answered with " + response.statusCode());
        }
        return response.headers().firstValue("Location").orElse("");
    }

    /** As the header {@code Cookie} has them. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }
}
