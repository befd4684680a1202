package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebFrontendTest
class AccountIT {

    private static final String TOKEN = "a".repeat(65);

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("POST", "/api/users/password-reset", 202, null);
        WebFrontendTest.SERVICES.answer("POST", "/api/users/password", 204, null);
        WebFrontendTest.SERVICES.answer("POST", "/api/users/email-confirmation", 204, null);
    }

    @Test
    void aForgottenPasswordAsksForAMail() {
        var fan = new Browser(port);
        assertThat(fan.get("/login").body()).contains("href=\"/password/forgot\"");
        fan.get("/password/forgot");
        assertThat(location(fan.post("/password/forgot", "email", " fan@podo.dev ")))
                .isEqualTo("/password/forgot?sent");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/users/password-reset"))
                        .withRequestBody(matchingJsonPath("$.email", equalTo("fan@podo.dev"))));
        assertThat(fan.get("/password/forgot?sent").body()).contains("a mail is on its way");
    }

    @Test
    void whatIsNoAddressIsSaidAtTheField() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/users/password-reset",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "email", "message", "must be an e-mail address"))));
        var fan = new Browser(port);
        fan.get("/password/forgot");
        HttpResponse<String> page = fan.post("/password/forgot", "email", "nobody");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("must be an e-mail address", "value=\"nobody\"");
    }

    @Test
    void theTokenOfALinkLeavesTheAddressAtOnce() {
        var fan = new Browser(port);
        HttpResponse<String> opened = fan.get("/password/reset?token=" + TOKEN);
        assertThat(location(opened)).isEqualTo("/password/reset");
        assertThat(opened.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(opened.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains(TOKEN, "HttpOnly", "Path=/password/reset"));
        HttpResponse<String> page = fan.get("/password/reset");
        assertThat(page.body()).contains("new-password").doesNotContain(TOKEN);
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");

        assertThat(location(fan.post("/password/reset", "password", "another horse battery")))
                .isEqualTo("/login?reset");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/users/password"))
                        .withRequestBody(matchingJsonPath("$.token", equalTo(TOKEN))));
        assertThat(fan.get("/login?reset").body()).contains("Your new password is set");
        assertThat(fan.get("/password/reset").body()).contains("Send a new link");
    }

    @Test
    void aLinkThatIsOverSaysSoAndLeadsOn() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/users/password", 400, "token-invalid", Map.of());
        var fan = new Browser(port);
        fan.get("/password/reset?token=" + TOKEN);
        fan.get("/password/reset");
        HttpResponse<String> page = fan.post("/password/reset", "password", "another horse battery");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("href=\"/password/forgot\"").doesNotContain("new-password");
    }

    @Test
    void aWeakPasswordIsSaidAtTheFieldAndTheLinkStaysUsable() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/users/password",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "password", "message", "is too short"))));
        var fan = new Browser(port);
        fan.get("/password/reset?token=" + TOKEN);
        fan.get("/password/reset");
        HttpResponse<String> page = fan.post("/password/reset", "password", "x");
        assertThat(page.body()).contains("is too short", "new-password").doesNotContain("value=\"x\"");
    }

    @Test
    void aForgedTokenIsNoCookie() {
        var fan = new Browser(port);
        HttpResponse<String> opened = fan.get("/password/reset?token=a%0d%0aSet-Cookie:%20x=y");
        assertThat(opened.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("x=y"));
        assertThat(fan.get("/password/reset").body()).contains("Send a new link");
    }

    @Test
    void anAddressIsConfirmedByAButtonAndNotByOpeningTheLink() {
        var fan = new Browser(port);
        fan.get("/account/confirm?token=" + TOKEN);
        fan.get("/account/confirm");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/users/email-confirmation")));
        assertThat(location(fan.post("/account/confirm"))).isEqualTo("/account/confirm?done");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/users/email-confirmation"))
                        .withRequestBody(containing(TOKEN)));
    }

    @Test
    void theAccountPageIsForWhoIsLoggedIn() {
        assertThat(location(new Browser(port).get("/account"))).isEqualTo("/login?first&to=%2Faccount");
        String page = new Browser(port).loggedIn().get("/account").body();
        assertThat(page).contains("fan@podo.dev", "Firefox · Windows", "Unknown device", "not confirmed yet");
    }

    @Test
    void aNewNameStandsOnEveryPageAtOnce() {
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        WebFrontendTest.SERVICES.answer(
                "PUT",
                "/api/users/me",
                200,
                Map.of(
                        "id",
                        7,
                        "email",
                        "fan@podo.dev",
                        "name",
                        "Lee Minji",
                        "roles",
                        List.of("FAN", "ORGANISER"),
                        "language",
                        "ko",
                        "emailConfirmed",
                        false));
        assertThat(location(fan.post("/account/profile", "name", "Lee Minji", "language", "ko")))
                .isEqualTo("/account?saved=profile");
        assertThat(fan.get("/tickets").body()).contains("Lee Minji", "Companion seat");
    }

    @Test
    void aWrongCurrentPasswordIsSaidAtItsField() {
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                "/api/users/me/password",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "current", "message", "is not your current password"))));
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        HttpResponse<String> page =
                fan.post("/account/password", "currentPassword", "x", "password", "another horse battery");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"currentPassword-wrong\"").doesNotContain("another horse");
    }

    @Test
    void anotherAddressAndTheOtherDevices() {
        WebFrontendTest.SERVICES.answer("PUT", "/api/users/me/email", 202, null);
        WebFrontendTest.SERVICES.answer("DELETE", "/api/users/me/log-ins", 204, null);
        WebFrontendTest.SERVICES.answer("DELETE", "/api/users/me/log-ins/12", 204, null);
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        assertThat(location(fan.post("/account/email", "email", "new@podo.dev", "emailPassword", "podo-demo")))
                .isEqualTo("/account?saved=email");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/users/me/email"))
                        .withRequestBody(matchingJsonPath("$.password", equalTo("podo-demo"))));
        assertThat(location(fan.post("/account/log-ins/12/end"))).isEqualTo("/account?saved=devices");
        assertThat(location(fan.post("/account/log-ins/end"))).isEqualTo("/account?saved=devices");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/users/me/log-ins/12")));
    }

    @Test
    void theExportIsADownload() {
        WebFrontendTest.SERVICES.answer("GET", "/api/users/me/export", 200, Map.of("account", Map.of("id", 7)));
        HttpResponse<String> file = new Browser(port).loggedIn().get("/account/export");
        assertThat(file.body()).contains("\"account\"");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("podo-account.json"));
    }

    @Test
    void anAccountIsDeletedOnlyByWhoUnderstands() {
        WebFrontendTest.SERVICES.answer("DELETE", "/api/users/me", 204, null);
        var fan = new Browser(port).loggedIn();
        fan.get("/account");
        assertThat(fan.post("/account/delete").statusCode()).isEqualTo(422);
        WebFrontendTest.SERVICES.server().verify(0, deleteRequestedFor(urlEqualTo("/api/users/me")));
        assertThat(location(fan.post("/account/delete", "understood", "yes"))).isEqualTo("/login?deleted");
        assertThat(location(fan.get("/account"))).isEqualTo("/login?first&to=%2Faccount");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
