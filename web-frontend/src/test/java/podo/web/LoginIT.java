package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebFrontendTest
class LoginIT {

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void aFanGoesOnWhereTheyWantedTo() {
        var fan = new Browser(port);
        assertThat(location(fan.get("/tickets"))).isEqualTo("/login?first&to=%2Ftickets");
        fan.get("/login?to=/tickets");
        assertThat(location(fan.post("/login", "email", "a@b.c", "password", "x", "to", "/tickets")))
                .isEqualTo("/tickets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/%0d%0aX: y\r\n",
                "javascript:alert(1)",
                "/a/../..//evil"
            })
    void noLogInLeadsToAnotherSite(String target) {
        var fan = new Browser(port);
        fan.get("/login");
        assertThat(location(fan.post("/login", "email", "a@b.c", "password", "x", "to", target)))
                .isEqualTo("/");
    }

    @Test
    void aSessionFromBeforeTheLogInIsWorthNothingAfterwards() {
        var fan = new Browser(port).loggedIn();
        String first = fan.cookie("PODO");
        fan.get("/login?over");
        fan.post("/login", "email", "a@b.c", "password", "x");
        assertThat(fan.cookie("PODO")).isNotEqualTo(first);
        var thief = new Browser(port);
        thief.cookie("PODO", first);
        assertThat(thief.get("/tickets").statusCode()).isEqualTo(303);
    }

    @Test
    void theTokensNeverReachTheBrowser() {
        var fan = new Browser(port).loggedIn();
        var page = fan.get("/tickets");
        assertThat(page.body() + page.headers()).doesNotContain("access-1", "refresh-1");
    }

    @Test
    void aWrongPasswordIsSaidAndTheAddressKept() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/tokens", 401, "bad-credentials", Map.of());
        var fan = new Browser(port);
        fan.get("/login");
        var page = fan.post("/login", "email", "fan@podo.dev", "password", "no");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("That e-mail and password don’t match.", "value=\"fan@podo.dev\"");
    }

    @Test
    void anEndedTokenIsRenewedOnceByManyTabsAtOnce() throws InterruptedException {
        WebFrontendTest.SERVICES.answer(
                "POST", "/api/tokens", 200, Map.of("accessToken", "old", "refreshToken", "r", "expiresIn", 1));
        var fan = new Browser(port).loggedIn();
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = tabs
                    .invokeAll(IntStream.range(0, 6)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(
                                    tab -> () -> fan.get("/tickets").statusCode())
                            .toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            return 0;
                        }
                    })
                    .toList();
            assertThat(answers).containsOnly(200);
        }
        WebFrontendTest.SERVICES.server().verify(1, postRequestedFor(urlEqualTo("/api/tokens/refresh")));
    }

    /** A browser that logged in before is not kept out by others' wrong passwords: it shows what it was given, and no page script sees it. */
    @Test
    void aBrowserShowsItsDeviceTokensAtTheNextLogIn() {
        logInGives(Map.of("device", "7.0.1.first"));
        var fan = new Browser(port).loggedIn();
        fan.get("/tickets");
        fan.post("/logout");
        logInGives(Map.of("device", "8.0.1.other"));
        fan.get("/login");
        fan.post("/login", "email", "other@podo.dev", "password", "x");
        fan.get("/tickets");
        fan.post("/logout");
        logInGives(Map.of("device", "7.0.2.second"));
        fan.get("/login");
        HttpResponse<String> answer = fan.post("/login", "email", "a@b.c", "password", "x");
        assertThat(fan.cookie("podo-device")).isEqualTo("7.0.2.second~8.0.1.other");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("podo-device=").contains("HttpOnly", "SameSite=Lax"));
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/tokens"))
                        .withRequestBody(matchingJsonPath("$.devices[0]", equalTo("8.0.1.other")))
                        .withRequestBody(matchingJsonPath("$.devices[1]", equalTo("7.0.1.first"))));
    }

    @Test
    void failedLogInsOfOthersAreToldOnce() {
        logInGives(Map.of("failedLogIns", 3, "failedSince", "2026-11-28T03:00:00Z"));
        var fan = new Browser(port).loggedIn();
        String told = "3 times somebody tried to log in to your account";
        fan.get("/login");
        // a page that is kept for others too
        assertThat(fan.get("/events/1").body()).contains(told, "28 Nov 2026, 12:00");
        assertThat(fan.get("/events/1").body()).doesNotContain(told);
        logInGives(Map.of());
        assertThat(new Browser(port).loggedIn().get("/events/1").body()).doesNotContain(told);
    }

    private static void logInGives(Map<String, Object> more) {
        Map<String, Object> tokens =
                new HashMap<>(Map.of("accessToken", "access-1", "refreshToken", "refresh-1", "expiresIn", 900));
        tokens.putAll(more);
        WebFrontendTest.SERVICES.answer("POST", "/api/tokens", 200, tokens);
    }

    @Test
    void noCookieGoesAlongWithFormsOfOtherSites() {
        var answer = new Browser(port).get("/login");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("SameSite="));
    }

    @Test
    void anAddressThatIsTakenIsSaidAtTheField() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/users", 409, "email-taken", Map.of());
        var fan = new Browser(port).withLanguage("ko");
        fan.get("/signup");
        var page = fan.post("/signup", "email", "fan@podo.dev", "password", "podo-demo", "name", "Kim");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("이미 가입된 이메일입니다.", "aria-invalid=\"true\"");
    }

    @Test
    void aNewFanIsLoggedInAtOnce() {
        var fan = new Browser(port);
        fan.get("/signup");
        assertThat(location(fan.post(
                        "/signup", "email", "n@podo.dev", "password", "podo-demo", "name", "Kim", "to", "/tickets")))
                .endsWith("/tickets");
        assertThat(fan.get("/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void logOutEndsTheSessionAndTheRefreshToken() {
        var fan = new Browser(port).loggedIn();
        fan.get("/tickets");
        fan.post("/logout");
        WebFrontendTest.SERVICES.server().verify(postRequestedFor(urlEqualTo("/api/tokens/revoke")));
        assertThat(fan.get("/tickets").statusCode()).isEqualTo(303);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndShownAgain() {
        var stranger = new Browser(port);
        assertThat(location(stranger.post("/login", "email", "a@b.c", "password", "b")))
                .isEqualTo("/login");
        assertThat(stranger.get("/login").body()).contains("This page was out of date", "value=\"a@b.c\"");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/tokens")));
        assertThat(new Browser(port)
                        .accepting("application/json")
                        .post("/login", "email", "a", "password", "b")
                        .statusCode())
                .isEqualTo(403);
    }

    /** HEAD answers with the status of GET. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events/1",
                "/events/99",
                "/login",
                "/signup",
                "/tickets",
                "/admin",
                "/nowhere",
                "/events/2/queue/stream",
                "/assets/icon.svg"
            })
    void headIsAnsweredAsGet(String path) throws Exception {
        for (Browser fan : List.of(new Browser(port), new Browser(port).loggedIn())) {
            HttpResponse<String> head = fan.client()
                    .send(
                            fan.request(path)
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(fan.status(path));
            assertThat(head.body()).isEmpty();
        }
    }

    private static String location(java.net.http.HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isBetween(300, 399);
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replace("http://localhost:", "")
                .replaceFirst("^\\d+", "");
    }
}
