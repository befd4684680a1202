package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import podo.web.catalogue.CachedCatalogue;

/** Presales on the pages of a fan, without scripts. Event 4 is announced, its sale opens in five days. */
@WebFrontendTest
class PresalePagesIT {

    @LocalServerPort
    int port;

    @Autowired
    CachedCatalogue catalogue;

    private Browser fan;

    @BeforeEach
    void logIn() {
        WebFrontendTest.SERVICES.reset();
        catalogue.clear();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void theEventPageSaysWhatAPresaleOpensAndTakesACode() {
        assertThat(new Browser(port).get("/events/4").body())
                .contains("id=\"presales\"", "VIP, R, from", "action=\"/events/4/presale\"", "I have a presale code")
                .doesNotContain("??");
        assertThat(fan.withLanguage("ko").get("/events/4").body())
                .contains("코드 선예매")
                .doesNotContain("??");
        assertThat(fan.get("/events/3").body()).as("without a presale").doesNotContain("id=\"presales\"");
        HttpResponse<String> link = fan.get("/events/4?code=MEM%26BERS");
        assertThat(link.headers().firstValue("Location").orElse("")).endsWith("/events/4/presale?code=MEM%26BERS");
        assertThat(new Browser(port)
                        .get("/events/4/presale")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/login");
    }

    @Test
    void aFanEntersTheCodeAndReadsWhatItOpens() {
        WebFrontendTest.SERVICES.answer("POST", "/api/events/4/presale", 200, own());
        assertThat(fan.get("/events/4/presale?code=members").body())
                .contains("value=\"members\"", "id=\"enter-code\"", "The general sale opens")
                .doesNotContain("id=\"own\"", "??");

        HttpResponse<String> entered = fan.post("/events/4/presale", "code", "members");

        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/events/4/presale");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/4/presale"))
                        .withRequestBody(equalToJson("{\"code\": \"members\"}")));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/4/presale", 200, own());
        assertThat(fan.get("/events/4/presale").body())
                .contains("id=\"own\"", "Your code", "MEMBERS", "VIP, from", "action=\"/events/4/queue\"");
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/4/queue/me", 404, "not-in-line", Map.of());
        assertThat(fan.get("/events/4/queue").body())
                .as("the line of an event that is only announced")
                .contains("You have a presale code", "Join the line");
    }

    @Test
    void whyACodeIsRefusedStandsAtItsField() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events/4/presale",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "code", "message", "is no code of this event"))));
        fan.get("/events/4/presale");
        HttpResponse<String> refused = fan.post("/events/4/presale", "code", "<grapes>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"code-wrong\"", "is no code of this event", "value=\"&lt;grapes&gt;\"");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/4/presale", 429, "too-many-codes", Map.of());
        HttpResponse<String> guessed = fan.post("/events/4/presale", "code", "guess");
        assertThat(guessed.statusCode()).isEqualTo(429);
        assertThat(guessed.body()).contains("Refused: too-many-codes", "value=\"guess\"");
    }

    @Test
    void theOrganiserReadsOfThePresale() {
        fan.get("/admin");
        assertThat(fan.get("/admin/events/1/codes").body())
                .contains("Presale: opens the sale early", "id=\"early-hint\"");
    }

    static void stub(FakeServices services) {
        services.refuse("GET", "/api/events/4/presale", 404, "not-found", Map.of());
        services.refuse("GET", "/api/events/7/presale", 404, "not-found", Map.of());
        services.answer("GET", "/api/events/3/presales", 200, List.of());
        services.answer("GET", "/api/events/7/presales", 200, List.of());
        services.answer("GET", "/api/events/4/presales", 200, List.of(presale(List.of("VIP", "R"))));
    }

    private static Map<String, Object> own() {
        return Map.of(
                "code",
                "MEMBERS",
                "grades",
                List.of("VIP"),
                "from",
                Instant.now().minusSeconds(60).toString(),
                "until",
                Instant.now().plus(Duration.ofDays(2)).toString());
    }

    private static Map<String, Object> presale(List<String> grades) {
        return Map.of(
                "grades",
                grades,
                "from",
                Instant.now().plus(Duration.ofDays(1)).toString(),
                "until",
                Instant.now().plus(Duration.ofDays(3)).toString());
    }
}
