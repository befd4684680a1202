package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service asks the fan's account for work: the form waits on a page of its own, and nothing of it is lost. */
@WebFrontendTest
class ChallengeIT {

    /** Computed with Python's hashlib: the hash of salt and 700. */
    static final Map<String, Object> CHALLENGE = challenge();

    private static final String HOLDS = "/api/events/1/holds";

    @LocalServerPort
    int port;

    private Browser fan;

    private static Map<String, Object> challenge() {
        var challenge = new LinkedHashMap<String, Object>();
        challenge.put("algorithm", "SHA-256");
        challenge.put("challenge", "218d1a84d0849bc31a7b43b46d7dab23d6672618dd4f5511be6abf8f7191ff2c");
        challenge.put("maxnumber", 50_000);
        challenge.put("salt", "0a1b?expires=1&fan=7&");
        challenge.put("signature", "s");
        return challenge;
    }

    @BeforeEach
    void enter() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.get("/events/1/seats?view=list");
    }

    @Test
    void theFormWaitsOnAPageThatSaysWhyAndWhomToWriteTo() {
        ask();
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "seat", "70", "attempt", "a")))
                .isEqualTo("/challenge");
        HttpResponse<String> page = fan.get("/challenge");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .contains(
                        "faster than people usually do",
                        "action=\"/events/1/seats\"",
                        "name=\"seat\" value=\"69\"",
                        "name=\"seat\" value=\"70\"",
                        "name=\"attempt\" value=\"a\"",
                        "account number, 7",
                        "support@podo.example")
                .doesNotContain("That was not taken yet");
        assertThat(fan.withLanguage("ko").get("/challenge").body()).contains("보통 사람보다 빠르게");
    }

    @Test
    void whatAScriptOfThePageSendsLeadsThereToo() {
        ask();
        HttpResponse<String> answer = fan.htmxPost("/events/1/seats", "seat", "69", "attempt", "a");
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/challenge");
        assertThat(fan.get("/challenge").body()).contains("name=\"seat\" value=\"69\"");
    }

    @Test
    void withoutScriptsTheButtonWorksLaterAndUntilThenSaysSo() {
        ask();
        fan.post("/events/1/seats", "seat", "69", "attempt", "a");
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a", "altcha", "")))
                .isEqualTo("/challenge");
        assertThat(fan.get("/challenge").body())
                .contains("That was not taken yet")
                .containsOnlyOnce("name=\"altcha\"");
        WebFrontendTest.SERVICES.reset();
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a", "altcha", "")))
                .endsWith("/checkout/r-1");
    }

    @Test
    void aJoinWaitsThereAsWell() {
        ask("/api/events/2/queue");
        assertThat(redirectOf(fan.post("/events/2/queue"))).isEqualTo("/challenge");
        assertThat(fan.get("/challenge").body()).contains("action=\"/events/2/queue\"");
    }

    @Test
    void servicesLearnThatAPageWasOpenWhereTheyCount() {
        fan.post("/events/1/seats", "seat", "69", "attempt", "a", "altcha", "c29sdXRpb24=");
        var server = WebFrontendTest.SERVICES.server();
        server.verify(postRequestedFor(urlEqualTo(HOLDS))
                .withHeader("X-Podo-Page", equalTo("1"))
                .withHeader("X-Altcha", equalTo("c29sdXRpb24=")));
        server.verify(postRequestedFor(urlEqualTo("/api/reservations"))
                .withoutHeader("X-Podo-Page")
                .withoutHeader("X-Altcha"));
        server.verify(getRequestedFor(urlEqualTo("/api/events/1/queue/me")).withoutHeader("X-Podo-Page"));
    }

    @Test
    void aSolutionThatIsNoneIsNotPassedOn() {
        fan.post("/events/1/seats", "seat", "69", "attempt", "a", "altcha", "two\r\nlines");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(HOLDS)).withoutHeader("X-Altcha"));
    }

    @Test
    void nobodyElseSeesTheForm() {
        ask();
        assertThat(redirectOf(fan.get("/challenge"))).isEqualTo("/");
        assertThat(redirectOf(new Browser(port).get("/challenge"))).startsWith("/login");
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void theBrowserWorksItOutAndOneKeyGoesOn() {
        ask();
        WebFrontendTest.SERVICES
                .server()
                .stubFor(
                        post(urlEqualTo(HOLDS))
                                .atPriority(1)
                                .withHeader("X-Altcha", matching(".+"))
                                .willReturn(
                                        aResponse()
                                                .withStatus(409)
                                                .withHeader("Content-Type", "application/problem+json")
                                                .withBody(
                                                        "{\"type\":\"urn:problem:sales-ended\",\"status\":409,\"detail\":\"It is over.\"}")));
        fan.post("/events/1/seats", "seat", "69", "attempt", "a");
        try (Chromium page = Chromium.withSessionOf(fan, port)) {
            page.open("/challenge").waitFor("#challenge button").sendKeys(Keys.ENTER);
            page.waitFor("#refusal, .note.bad");
        }
        LoggedRequest sent = WebFrontendTest.SERVICES
                .server()
                .findAll(postRequestedFor(urlEqualTo(HOLDS)).withHeader("X-Altcha", matching(".+")))
                .getFirst();
        JsonNode solution = JsonMapper.shared()
                .readTree(new String(Base64.getDecoder().decode(sent.getHeader("X-Altcha")), StandardCharsets.UTF_8));
        assertThat(solution.path("number").asInt()).isEqualTo(700);
        assertThat(solution.path("salt").asString()).isEqualTo(CHALLENGE.get("salt"));
        assertThat(sent.getBodyAsString()).contains("1000069");
    }

    private static void ask() {
        ask(HOLDS);
    }

    private static void ask(String path) {
        WebFrontendTest.SERVICES.refuse("POST", path, 429, "challenge-required", Map.of("challenge", CHALLENGE));
    }

    private static String redirectOf(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isBetween(300, 399);
        return answer.headers().firstValue("Location").orElse("");
    }
}
