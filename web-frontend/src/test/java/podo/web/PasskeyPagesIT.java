package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebFrontendTest
class PasskeyPagesIT {

    private static final Map<String, Object> QUESTION =
            Map.of("ceremony", "ceremony-1", "publicKey", Map.of("challenge", "AQI", "rpId", "localhost"));
    private static final String ANSWER = "{\"id\":\"AQ\",\"response\":{\"signature\":\"Aw\"}}";

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("POST", "/api/tokens/passkey/options", 200, QUESTION);
        WebFrontendTest.SERVICES.answer("POST", "/api/users/me/passkeys/options", 200, QUESTION);
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/tokens/passkey",
                200,
                Map.of("accessToken", "access-p", "refreshToken", "refresh-p", "expiresIn", 900));
    }

    @Test
    void theFormIsThereForScriptsOnlyAndThePasswordsStays() {
        String page = new Browser(port).get("/login").body();
        assertThat(page).contains("data-passkey=\"get\"", "passkeys.js", "id=\"password\"");
        assertThat(page).containsPattern("<form[^>]* hidden[^>]*data-passkey");
    }

    @Test
    void anAnswerGoesToTheUserServiceWithTheCeremonyOfThisBrowser() {
        var fan = new Browser(port);
        fan.get("/login?to=/tickets");
        HttpResponse<String> asked = json(fan, "/login/passkey");
        assertThat(asked.body()).contains("\"challenge\":\"AQI\"").doesNotContain("ceremony-1");
        assertThat(asked.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("ceremony-1", "HttpOnly", "SameSite=Strict"));
        assertThat(location(fan.post("/login", "credential", ANSWER, "to", "/tickets")))
                .isEqualTo("/tickets");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/tokens/passkey"))
                        .withRequestBody(matchingJsonPath("$.ceremony", equalTo("ceremony-1")))
                        .withRequestBody(matchingJsonPath("$.credential.response.signature", equalTo("Aw"))));
        assertThat(fan.get("/account").statusCode()).isEqualTo(200);
    }

    /** The owner sees which browser it was, and is told of one that was not seen. */
    @Test
    void theBrowserOfALogInWithAPasskeyIsNamed() {
        var fan = new Browser(port);
        fan.get("/login");
        json(fan, "/login/passkey");
        fan.post("/login", "credential", ANSWER);
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/tokens/passkey"))
                        .withHeader("User-Agent", containing("Java-http-client")));
    }

    @Test
    void anAnswerInAnotherBrowserHasNoCeremony() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/tokens/passkey", 401, "passkey-refused", Map.of());
        var stranger = new Browser(port);
        stranger.get("/login");
        HttpResponse<String> refused = stranger.post("/login", "credential", ANSWER);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("This passkey was not accepted").doesNotContain("e-mail and password don");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/tokens/passkey"))
                        .withRequestBody(matchingJsonPath("$.ceremony", equalTo("none"))));
    }

    @Test
    void anAnswerThatIsNoJsonIsRefusedLikeAnyOther() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/tokens/passkey", 400, "invalid", Map.of());
        var fan = new Browser(port);
        fan.get("/login");
        HttpResponse<String> refused = fan.post("/login", "credential", "{not json");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("This passkey was not accepted");
    }

    @Test
    void ceremoniesTakeTheFormsToken() {
        var fan = new Browser(port).loggedIn();
        fan.forgetToken();
        assertThat(json(fan, "/login/passkey").statusCode()).isEqualTo(403);
        assertThat(json(fan, "/account/passkeys/options", "password", "podo-demo")
                        .statusCode())
                .isEqualTo(403);
        fan.post("/account/passkeys", "passkeyName", "x", "credential", ANSWER);
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/tokens/passkey/options")));
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/users/me/passkeys/options")));
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/users/me/passkeys")));
    }

    @Test
    void keysAreListedAddedAndRemoved() {
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/users/me/passkeys",
                201,
                Map.of("id", 5, "name", "Laptop", "createdAt", "2026-11-29T10:00:00Z"));
        WebFrontendTest.SERVICES.answer("DELETE", "/api/users/me/passkeys/3", 204, null);
        var fan = new Browser(port).loggedIn();
        assertThat(fan.get("/account").body()).contains("My phone", "Security key", "Not used yet", "Remove My phone");
        json(fan, "/account/passkeys/options", "password", "podo-demo");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/users/me/passkeys/options"))
                        .withRequestBody(matchingJsonPath("$.password", equalTo("podo-demo"))));
        assertThat(location(fan.post("/account/passkeys", "passkeyName", "Laptop", "credential", ANSWER)))
                .isEqualTo("/account?saved=passkey");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/users/me/passkeys"))
                        .withRequestBody(matchingJsonPath("$.ceremony", equalTo("ceremony-1")))
                        .withRequestBody(matchingJsonPath("$.name", equalTo("Laptop"))));
        assertThat(location(fan.post("/account/passkeys/3/remove"))).isEqualTo("/account?saved=passkey-removed");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/users/me/passkeys/3")));
    }

    @Test
    void aRefusedKeyIsSaidAndItsNameKept() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/users/me/passkeys",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "credential", "message", "was not accepted"))));
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        HttpResponse<String> page = fan.post("/account/passkeys", "passkeyName", "Laptop 7", "credential", ANSWER);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Laptop 7", "Please try again");
    }

    @Test
    void moneyWithoutAPasskeyLeadsToOneAndBack() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/organiser/events/1/money", 403, "passkey-required", Map.of());
        var organiser = new Browser(port).loggedIn();
        assertThat(location(organiser.get("/admin/events/1/money")))
                .isEqualTo("/passkey?to=%2Fadmin%2Fevents%2F1%2Fmoney");
        String page = organiser.get("/passkey?to=%2Fadmin%2Fevents%2F1%2Fmoney").body();
        assertThat(page).contains("data-passkey=\"get\"", "value=\"/admin/events/1/money\"");
        WebFrontendTest.SERVICES.answer("GET", "/api/users/me/passkeys", 200, List.of());
        assertThat(organiser.get("/passkey?to=//evil.example").body())
                .contains("data-passkey=\"create\"", "You have no passkey yet", "name=\"to\" value=\"/\"")
                .doesNotContain("value=\"//evil");
    }

    @Test
    void aCancelledEventWaitsForThePasskey() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/20/cancel", 403, "passkey-required", Map.of());
        var organiser = new Browser(port).loggedIn();
        organiser.get("/admin/events/20");
        assertThat(location(organiser.post("/admin/events/20/cancel", "sure", "yes")))
                .isEqualTo("/passkey?to=%2Fadmin%2Fevents%2F20");
    }

    @Test
    void theLogInThatAPasskeyReplacesIsEnded() {
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        json(fan, "/login/passkey");
        fan.post("/login", "credential", ANSWER, "to", "/tickets");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/tokens/revoke"))
                        .withRequestBody(matchingJsonPath("$.refreshToken", equalTo("refresh-1"))));
    }

    private static HttpResponse<String> json(Browser fan, String path, String... fields) {
        HttpResponse<String> answer = fan.accepting("application/json").post(path, fields);
        fan.accepting("text/html");
        return answer;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
