package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a team's API keys, without scripts. */
@WebFrontendTest
class ApiKeyPagesIT {

    private static final String PAGE = "/admin/team/7/keys";

    @LocalServerPort
    int port;

    private Browser owner;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        owner = new Browser(port).loggedIn();
        owner.get(PAGE);
    }

    @Test
    void thePageListsKeysInBothLanguagesAndTheTeamLeadsToIt() {
        assertThat(owner.get("/admin/team").body()).contains("href=\"" + PAGE + "\"");
        assertThat(owner.get("/admin/team?team=8").body()).doesNotContain("/admin/team/8/keys");
        assertThat(owner.get(PAGE).body())
                .contains("Accounts", "podo_ab12…", "events:read, orders:read", "never used", "/keys/21/revoke")
                .contains("Old one", "ended")
                .doesNotContain("/keys/20/revoke");
        assertThat(owner.withLanguage("ko").get(PAGE).body())
                .contains("lang=\"ko\"", "사용 중인 키")
                .doesNotContain("??");
    }

    @Test
    void aNewKeyIsShownOnce() {
        var answer = owner.post(PAGE, "name", "Sync", "scopes", "orders:read", "scopes", "money:read", "days", "30");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("podo_" + "x".repeat(46), "not shown again");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/teams/7/keys"))
                        .withRequestBody(equalToJson(
                                "{\"name\":\"Sync\",\"scopes\":[\"orders:read\",\"money:read\"],\"days\":30}")));
        assertThat(owner.get(PAGE).body()).doesNotContain("x".repeat(46));
    }

    @Test
    void aRefusedFormIsShownWithWhatWasTyped() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/teams/7/keys",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "name", "message", "must not be empty"))));
        var answer = owner.post(PAGE, "name", " ", "scopes", "orders:read", "days", "180");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("must not be empty")
                .containsPattern("value=\"orders:read\"\\s+checked")
                .containsPattern("value=\"180\"\\s+selected");
        assertThat(owner.post(PAGE, "name", "Sync").statusCode()).isEqualTo(400);
    }

    @Test
    void aKeyForMoneyLeadsToThePasskey() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/teams/7/keys", 403, "passkey-required", Map.of());
        var answer = owner.post(PAGE, "name", "Sync", "scopes", "money:read", "days", "30");
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/passkey?to=");
    }

    @Test
    void aKeyIsRevoked() {
        var answer = owner.post(PAGE + "/21/revoke");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PAGE + "?done=revoked");
        assertThat(owner.get(PAGE + "?done=revoked").body()).contains("The key is revoked");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlPathEqualTo("/api/teams/7/keys/21")));
    }

    @Test
    void whoeverMayNotReadsWhichRoleItTakes() {
        WebFrontendTest.SERVICES.refuse(
                "GET", "/api/teams/7/keys", 403, "role-needed", Map.of("detail", "It takes: owner or manager."));
        var page = owner.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("It takes: owner or manager.");
        assertThat(owner.get("/admin/team/8/keys").statusCode()).isEqualTo(404);
    }
}
