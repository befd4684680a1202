package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who comes to a door without a code, with a strange one, or to a phone with a wrong clock. */
@WebFrontendTest
class DoorPeopleIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @BeforeEach
    void reset() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void whoeverHasNoCodeIsFoundByNameOrOrderAndLetInByHand() {
        try (Chromium phone = Gate.open(port)) {
            Gate.online(phone, false);
            Gate.search(phone, "지훈");
            assertThat(phone.texts("#found button"))
                    .hasSize(2)
                    .allSatisfy(found -> assertThat(found).contains("Floor", "박지훈", "podo-00000x"));

            Gate.answer(phone, () -> phone.click("#found li:nth-child(1) button"));

            assertThat(Gate.result(phone)).isEqualTo("VALID");
            assertThat(phone.texts("#found button").getFirst()).contains("Already used");
            Gate.answer(phone, () -> phone.click("#found li:nth-child(1) button"));
            assertThat(Gate.result(phone)).isEqualTo("ALREADY_USED");
            Gate.search(phone, "00001");
            assertThat(phone.texts("#found button").getFirst()).contains("Fan 1", "Refunded");
            Gate.search(phone, "홍길동");
            assertThat(phone.texts("#nothing")).containsExactly("No ticket fits.");
        }
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void theListIsLoadedAgainWhenATicketWasGivenBackAndSaysHowOldItIs() {
        try (Chromium phone = Gate.open(port)) {
            assertThat(phone.texts("#loaded").getFirst())
                    .startsWith("3 tickets")
                    .endsWith("(just now)");
            DoorStubs.list(WebFrontendTest.SERVICES, 4, "2", Duration.ofMinutes(12));
            DoorStubs.summary(WebFrontendTest.SERVICES, "2");
            await().atMost(SOON)
                    .until(() -> phone.texts("#loaded").getFirst().matches("4 tickets .* \\(12 minutes old\\)"));
            assertThat(phone.texts("#aged")).containsExactly("");

            Gate.online(phone, false);
            Gate.scan(phone, DoorStubs.code(6, 1, 0));
            assertThat(phone.texts("#aged").getFirst()).contains("No network", "(12 minutes old)", "refunded");
        }
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void namesLeaveThePhoneWhenTheirTimeIsOver() {
        DoorStubs.namesAfter = Duration.ofHours(-1).plusSeconds(20);
        DoorStubs.list(WebFrontendTest.SERVICES, 3);
        try (Chromium phone = Gate.open(port)) {
            Gate.search(phone, "지훈");
            assertThat(phone.texts("#found button")).hasSize(2);
            assertThat(keptNames(phone)).isEqualTo(2L);

            await().atMost(SOON).pollDelay(Duration.ofSeconds(20)).until(() -> true);
            WebFrontendTest.SERVICES.refuse("GET", "/api/checkins/events/6", 503, "unavailable", Map.of());
            phone.open("/door/6").waitFor("#door[data-kept=true]");

            Gate.search(phone, "지훈");
            assertThat(phone.texts("#found button")).isEmpty();
            assertThat(keptNames(phone)).isEqualTo(0L);
        } finally {
            DoorStubs.namesAfter = Duration.ofHours(12);
        }
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void whatIsNoTicketOfThisDoorIsSaidInWords() {
        String good = DoorStubs.code(6, 1, 0);
        try (Chromium phone = Gate.open(port)) {
            Gate.online(phone, false);
            for (String text : List.of(
                    "https://tickets.example/t/4711",
                    "https://tickets.example/t/" + "9".repeat(4_000),
                    good.substring(0, 90),
                    good.replace("PODO1.e", "PODO1.f"),
                    good + good,
                    DoorStubs.foreignCode(6, 1),
                    "{\"e\":6,\"t\":1}",
                    "🎫")) {
                assertThat(Gate.scan(phone, text)).as(text).isEqualTo("FORGED");
            }
            assertThat(phone.texts("#answer .word")).containsExactly("Not a ticket");
            assertThat(Gate.scan(phone, good)).isEqualTo("VALID");
            assertThat(Gate.scan(phone, good)).isEqualTo("ALREADY_USED");
            assertThat(Gate.scan(phone, DoorStubs.code(6, 3, 0))).isEqualTo("REFUNDED");
        }
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void aPhoneWhoseClockIsADayOffAnswersRightAndReportsRightTimes() {
        for (int days : List.of(-1, 1)) {
            WebFrontendTest.SERVICES.reset();
            try (Chromium phone = Chromium.withSessionOf(new Browser(port).loggedIn(), port)) {
                phone.driver()
                        .executeCdpCommand(
                                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                                        const Real = Date;
                                        Date = class extends Real {
                                          constructor(...of) { super(...(of.length ? of : [Real.now() + %1$d * 86400000])); }
                                          static now() { return Real.now() + %1$d * 86400000; }
                                        };
                                        """.formatted(days)));
                phone.width(390).open("/door/6").waitFor("#door[data-kept=true]");
                Gate.online(phone, false);

                assertThat(Gate.scan(phone, DoorStubs.code(6, 1, 0)))
                        .as("%d days", days)
                        .isEqualTo("VALID");

                WebFrontendTest.SERVICES.answer("POST", "/api/checkins/batch", 200, Map.of("results", List.of()));
                Gate.online(phone, true);
                await().atMost(SOON).until(() -> phone.texts("#unsent").equals(List.of("")));
                JsonNode sent = JsonMapper.shared()
                        .readTree(WebFrontendTest.SERVICES
                                .server()
                                .findAll(postRequestedFor(urlEqualTo("/api/checkins/batch")))
                                .getLast()
                                .getBodyAsString());
                assertThat(Instant.parse(sent.at("/scans/0/scannedAt").asString()))
                        .isBetween(Instant.now().minusSeconds(90), Instant.now().plusSeconds(10));
            }
        }
    }

    private static Object keptNames(Chromium phone) {
        return phone.driver().executeAsyncScript("""
                const done = arguments[0];
                const opening = indexedDB.open('podo-door');
                opening.onsuccess = () => {
                  opening.result.transaction('events').objectStore('events').get(6).onsuccess = (e) => {
                    opening.result.close();
                    done(e.target.result.list.holders.length);
                  };
                };
                """);
    }
}
