package podo.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP client that behaves like a browser without scripts: cookies, CSRF fields, redirects returned and not followed. */
final class Browser {

    private static final Pattern OWNER = Pattern.compile("name=\"_for\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static final String BOUNDARY = "----grapes";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String language = "en";
    private String accept = "text/html";
    private String token = "";
    private String owner = "";

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    Browser withLanguage(String language) {
        this.language = language;
        return this;
    }

    Browser accepting(String accept) {
        this.accept = accept;
        return this;
    }

    Browser loggedIn() {
        get("/login");
        post("/login", "email", "fan@podo.dev", "password", "podo-demo");
        return this;
    }

    HttpResponse<String> get(String path) {
        return storeToken(send(request(path).GET()));
    }

    HttpResponse<String> post(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(token) + (owner.isEmpty() ? "" : "&_for=" + owner));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return storeToken(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    /** A form with a file. */
    HttpResponse<String> postFile(String path, byte[] file, String... fields) {
        return storeToken(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(formWith(file, fields)))));
    }

    /** The body of such a form. */
    byte[] formWith(byte[] file, String... fields) {
        var body = new java.io.ByteArrayOutputStream();
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        body.writeBytes((begin + "_csrf\"\r\n\r\n" + token + "\r\n" + begin + "_for\"\r\n\r\n" + owner + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(
                    (begin + fields[i] + "\"\r\n\r\n" + fields[i + 1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes((begin + "picture\"; filename=\"poster.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** A GET with the headers of htmx. */
    HttpResponse<String> htmxGet(String path) {
        return storeToken(send(request(path).header("HX-Request", "true").GET()));
    }

    /** A POST with the headers of htmx. */
    HttpResponse<String> htmxPost(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(token) + (owner.isEmpty() ? "" : "&_for=" + owner));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The first line of a stream that begins with this text; then the connection is closed. */
    String firstLine(String path, String beginning) {
        try (var lines = client.send(request(path).build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status alone, for streams, whose body does not end. */
    int status(String path) {
        try {
            var response = client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void forgetToken() {
        token = "";
    }

    /** The page that is open now, as another tab keeps it: its forms are sent with the token and the account of this moment. */
    Tab tab() {
        return new Tab(token, owner);
    }

    /** Goes on with the forms of that tab. */
    Browser in(Tab tab) {
        token = tab.token();
        owner = tab.owner();
        return this;
    }

    record Tab(String token, String owner) {}

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", accept)
                .header("Accept-Language", language);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void cookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    /** Deletes a cookie. */
    Browser withoutCookie(String name) {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> store.remove(URI.create(base), cookie));
        return this;
    }

    private HttpResponse<String> storeToken(HttpResponse<String> response) {
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        Matcher account = OWNER.matcher(response.body());
        if (account.find()) {
            owner = account.group(1);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
