package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a fan's browser session remembers of a line. */
@OnPages
class LineIT {

    private static final String RECEIPT = "X-Queue-Receipt";

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void ordinaryEvening() {
        OnPages.HOUSE.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void whoJoinsAgainAfterALossOfDataShowsTheReceipt() {
        fan.get("/events/2/queue");
        OnPages.HOUSE.refuse("GET", "/api/events/2/queue/me", 404, "not-in-line", Map.of());
        assertThat(fan.get("/events/2/queue").body()).contains("action=\"/events/2/queue\"");
        fan.post("/events/2/queue");
        OnPages.HOUSE
                .wire()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue"))
                        .withHeader(RECEIPT, equalTo("signed.by.podo")));
    }

    @Test
    void aReceiptProvesNothingInAnotherLine() {
        fan.get("/events/2/queue");
        fan.post("/events/6/queue");
        OnPages.HOUSE
                .wire()
                .verify(postRequestedFor(urlEqualTo("/api/events/6/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void whoLeftHasGivenTheNumberUp() {
        fan.get("/events/2/queue");
        fan.post("/events/2/queue/leave");
        fan.post("/events/2/queue");
        OnPages.HOUSE
                .wire()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void aNumberThatLetItsFanInIsUsedUp() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.post("/events/1/queue");
        OnPages.HOUSE
                .wire()
                .verify(postRequestedFor(urlEqualTo("/api/events/1/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void anOpenSeatPageIsASignOfLifeByItself() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        OnPages.HOUSE.wire().resetRequests();
        assertThat(fan.get("/events/1/seats?view=list").body()).contains("data-alive=\"/events/1/queue/me\"");
        OnPages.HOUSE.wire().verify(1, getRequestedFor(urlEqualTo("/api/events/1/queue/me")));
        assertThat(fan.asking("application/json").get("/events/1/queue/me").statusCode())
                .isEqualTo(200);
        OnPages.HOUSE.wire().verify(1, getRequestedFor(urlEqualTo("/internal/rooms/1/fans/7")));
    }

    @Test
    void whoIsSentBackFromTheSeatsReadsWhyAndWhomToWriteTo() {
        var answer = fan.get("/events/6/seats");
        String line = answer.headers().firstValue("Location").orElseThrow();
        assertThat(line).endsWith("/events/6/queue?refused=no-pass");
        assertThat(fan.get("/events/6/queue?refused=no-pass").body())
                .contains("you have no entry pass for this event yet", "support@podo.example", "account number, 7");
        assertThat(fan.speaking("ko").get("/events/6/queue?refused=slot-gone").body())
                .contains("다음 팬에게 넘어갔습니다", "support@podo.example");
        fan.speaking("en");
        for (String other : List.of("/events/6/queue", "/events/6/queue?refused=%3Cb%3Enonsense")) {
            assertThat(fan.get(other).body()).as(other).doesNotContain("id=\"refused\"", "nonsense", "support@");
        }
    }

    @Test
    void whoseSlotIsGoneWhenTheyChooseReadsThatInTheLine() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.get("/events/1/seats?view=list");
        OnPages.HOUSE.refuse("POST", "/api/events/1/holds", 403, "no-pass", Map.of());
        var answer = fan.post("/events/1/seats", "seat", "69");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/events/1/queue?refused=slot-gone");
    }

    @Test
    void whoComesToTheSeatsWithoutAPassIsToldOfToTheLine() {
        fan.get("/events/6/seats");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> OnPages.HOUSE
                        .wire()
                        .verify(postRequestedFor(urlEqualTo("/internal/rooms/refusals"))
                                .withRequestBody(equalToJson("[{\"eventId\":6,\"fanId\":7,\"reason\":\"no-pass\"}]"))
                                .withHeader("Authorization", matching("Bearer .+"))));
    }
}
