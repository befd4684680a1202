package podo.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The front end behind a gateway whose public URL is https. */
@WebFrontendTest
@TestPropertySource(properties = "podo.public-url=https://tickets.example")
class SecureCookiesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> everSet = new ArrayList<>();

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void everyCookieOfAVisitIsBoundToTheHostAndToHttps() throws Exception {
        Matcher form = TOKEN.matcher(get("/login?lang=ko").body());
        assertThat(form.find()).isTrue();
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "email=fan%40podo.dev&password=podo-demo&_csrf=" + URLEncoder.encode(form.group(1), UTF_8))));
        assertThat(get("/events/2/queue").statusCode()).as("logged in").isEqualTo(200);

        assertThat(cookies.keySet())
                .contains("__Host-PODO", "__Host-XSRF-TOKEN", "__Host-podo-lang", "__Host-podo-watch", "__Host-place-2")
                .allMatch(name -> name.startsWith("__Host-"));
        assertThat(everSet)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("; Secure")
                        .containsPattern("(?i); Path=/(;|$)")
                        .containsIgnoringCase("; SameSite=Lax")
                        .doesNotContainIgnoringCase("; Domain="));
        assertThat(everSet.stream().filter(cookie -> !cookie.startsWith("__Host-XSRF-TOKEN")))
                .filteredOn(cookie -> !cookie.startsWith("__Host-podo-lang"))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; HttpOnly"));
    }

    @Test
    void aSessionUnderItsNameByHttpIsNotASession() throws Exception {
        cookies.put("PODO", "c29tZXRoaW5n");
        get("/login");
        assertThat(everSet).noneMatch(cookie -> cookie.startsWith("PODO="));
    }

    @Test
    void theReminderNamesThePublicAddressAndNotTheHostOfTheRequest() throws Exception {
        assertThat(get("/events/4/sale.ics").body()).contains("LOCATION:https://tickets.example/events/4/queue");
    }

    @Test
    void redirectsNameNoHost() throws Exception {
        assertThat(get("/?page=99").headers().firstValue("Location").orElse("/"))
                .startsWith("/");
        assertThat(get("/tickets").headers().firstValue("Location")).hasValue("/login?first&to=%2Ftickets");
        assertThat(get("/login/again").headers().firstValue("Location")).hasValue("/login");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            everSet.add(cookie);
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return response;
    }
}
