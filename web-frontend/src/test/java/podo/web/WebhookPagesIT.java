package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a team's webhooks, without scripts. */
@WebFrontendTest
class WebhookPagesIT {

    private static final String PAGE = "/admin/team/7/webhooks";
    private static final String API = "/api/teams/7/webhooks";

    @LocalServerPort
    int port;

    private Browser owner;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        owner = new Browser(port).loggedIn();
        owner.get(PAGE);
    }

    private static void verifyPosted(String path) {
        WebFrontendTest.SERVICES.server().verify(postRequestedFor(urlPathEqualTo(path)));
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void theListAndTheLogAreThereInBothLanguages() {
        assertThat(owner.get("/admin/team").body()).contains("href=\"" + PAGE + "\"");
        assertThat(owner.get(PAGE).body())
                .contains("https://example.com/old", "switched off: it answered 410", "order.paid, event.changed");
        assertThat(owner.get(PAGE + "/31").body())
                .contains("answered 500", "no answer in time", "given up", "not taken yet", "next try")
                .contains("&lt;h1&gt;Server &amp; error&lt;/h1&gt;")
                .contains(PAGE + "/31/messages/41/again");
        assertThat(owner.get(PAGE + "/32").body())
                .contains("it wants nothing more")
                .doesNotContain("/test\"");
        for (String page : List.of(PAGE, PAGE + "/31", PAGE + "/32")) {
            assertThat(owner.withLanguage("ko").get(page).body())
                    .contains("lang=\"ko\"", "웹훅")
                    .doesNotContain("??");
        }
    }

    @Test
    void aNewWebhookShowsItsSecretOnce() {
        var answer =
                owner.post(PAGE, "url", "https://example.com/podo", "types", "order.paid", "types", "event.changed");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("whsec_" + "s".repeat(32), "not shown again");
        WebFrontendTest.SERVICES
                .server()
                .verify(
                        postRequestedFor(urlPathEqualTo(API))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"url\":\"https://example.com/podo\",\"types\":[\"order.paid\",\"event.changed\"]}")));
        assertThat(owner.get(PAGE).body()).doesNotContain("whsec_");
    }

    @Test
    void aRefusedAddressIsShownWithWhatWasTyped() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                API,
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "url", "message", "has no public address"))));
        var answer = owner.post(PAGE, "url", "https://10.0.0.1/\"<", "types", "event.cancelled");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("has no public address", "https://10.0.0.1/&quot;&lt;")
                .containsPattern("value=\"event.cancelled\"\\s+checked")
                .doesNotContainPattern("value=\"order.paid\"\\s+checked");
    }

    @Test
    void anEmptyFormSaysWhichFieldsAreMissing() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                API,
                400,
                "invalid",
                Map.of(
                        "fields",
                        List.of(
                                Map.of("field", "url", "message", "can’t be empty"),
                                Map.of("field", "types", "message", "can’t be empty"))));
        assertThat(owner.post(PAGE, "url", "").body())
                .contains("Address: can’t be empty", "What it is told: can’t be empty", "href=\"#types\"");
    }

    @Test
    void aMessageIsSentAgainATestIsSentAndTheSecretRenewed() {
        assertThat(location(owner.post(PAGE + "/31/messages/41/again"))).endsWith(PAGE + "/31?done=again");
        verifyPosted(API + "/31/messages/41/again");
        assertThat(location(owner.post(PAGE + "/31/test"))).endsWith(PAGE + "/31?done=test");
        verifyPosted(API + "/31/test");
        assertThat(owner.get(PAGE + "/31?done=test").body()).contains("The test is on its way");
        assertThat(owner.post(PAGE + "/31/secret").body()).contains("whsec_" + "t".repeat(32));
    }

    @Test
    void aWebhookIsChangedSwitchedOffAndDeleted() {
        assertThat(location(owner.post(PAGE + "/31", "url", "https://example.com/new", "types", "order.refunded")))
                .endsWith(PAGE + "/31?done=changed");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/31"))
                        .withRequestBody(equalToJson(
                                "{\"url\":\"https://example.com/new\",\"types\":[\"order.refunded\"],\"on\":false}")));
        assertThat(location(owner.post(PAGE + "/31/delete"))).endsWith(PAGE + "?done=deleted");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlPathEqualTo(API + "/31")));
    }

    @Test
    void aTestOfOneThatIsOffSaysWhy() {
        WebFrontendTest.SERVICES.refuse(
                "POST", API + "/31/test", 409, "webhook-off", Map.of("detail", "This webhook is switched off."));
        var answer = owner.post(PAGE + "/31/test");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("This webhook is switched off.");
    }

    @Test
    void olderMessagesAndAnotherTeamsWebhookAreAskedForAsTheyAre() {
        owner.get(PAGE + "/31?before=40");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo(API + "/31/messages")).withQueryParam("before", equalTo("40")));
        assertThat(owner.get(PAGE + "/99").statusCode()).isEqualTo(404);
        assertThat(owner.get("/admin/team/8/webhooks").statusCode()).isEqualTo(404);
    }
}
