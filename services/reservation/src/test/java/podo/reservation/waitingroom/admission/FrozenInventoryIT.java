package podo.reservation.waitingroom.admission;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;

/** The inventory takes connections and says nothing, over real HTTP: no line stands still for it. */
@SpringBootTest(
        properties = {
            "podo.room.tick=100ms",
            "podo.room.offer=10s",
            "podo.room.silence-inside=3s",
            "podo.room.seats-known-for=6s",
            // longer than the test lasts: only a question that is asked aside explains that the line goes on
            "spring.http.serviceclient.inventory.read-timeout=3m"
        })
@OnRealServers
class FrozenInventoryIT {

    private static final WireMockServer INVENTORY =
            // who waits for an answer takes no thread from the others: rooms of other tests ask too
            new WireMockServer(WireMockConfiguration.options().dynamicPort().asynchronousResponseEnabled(true));

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    StringRedisTemplate redis;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry registry) {
        INVENTORY.start();
        registry.add("spring.cloud.discovery.enabled", () -> "true");
        registry.add("spring.cloud.discovery.client.simple.instances.inventory[0].uri", INVENTORY::baseUrl);
    }

    @AfterAll
    static void stop() {
        INVENTORY.stop();
    }

    @Test
    void theLineGoesOnByTheLastWordAndThenRestsWhileTheRestOfTheTickGoesOn() {
        answerAfter(0);
        open();
        rooms.setLevers(event, 10, 1_000, Room.Mode.PAUSED);
        for (long fan = 1; fan <= 400; fan++) {
            line.join(event, fan, null);
        }
        rooms.setLevers(event, 10, 1_000, Room.Mode.OPEN);
        soon().until(() -> serving() >= 3);

        answerAfter(600_000);
        long frozenAt = serving();
        line.enter(event, frozenAt); // number and fan are the same here
        assertThat(inside()).isPositive();
        soon().untilAsserted(() ->
                assertThat(serving()).as("offers go on by the last word").isGreaterThan(frozenAt + 5));
        soon().untilAsserted(() ->
                assertThat(binding()).as("a word that is too old admits nobody").isIn("PAUSED", "UNKNOWN"));
        long rested = serving();
        soon().untilAsserted(() -> assertThat(offers()).as("offers run out").isZero());
        soon().untilAsserted(() ->
                assertThat(inside()).as("who is silent inside loses the slot").isZero());
        assertThat(serving()).isEqualTo(rested);
        rooms.setLevers(event, 10, 1_000, Room.Mode.CLOSED);
        soon().untilAsserted(() -> assertThat(binding()).isEqualTo("CLOSED"));
    }

    @Test
    void aLineThatWasSoldOutStaysClosedWhileNobodyKnowsWhatIsLeft() {
        says(0, 0);
        open();
        line.join(event, 1, null);
        soon().untilAsserted(() -> assertThat(snapshot().closed()).isTrue());
        answerAfter(600_000);
        await().during(Duration.ofSeconds(9))
                .atMost(Duration.ofSeconds(60))
                .until(() -> snapshot().closed());
    }

    private void answerAfter(int millis) {
        says(1_000, millis);
    }

    private void says(int free, int millis) {
        INVENTORY.resetAll();
        INVENTORY.stubFor(any(anyUrl())
                .willReturn(okJson("{\"capacity\":1000,\"free\":%d,\"held\":0,\"grades\":[]}".formatted(free))
                        .withFixedDelay(millis)));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private long serving() {
        return snapshot().serving();
    }

    private String binding() {
        return snapshot().binding();
    }

    private long inside() {
        return count("inside");
    }

    private long offers() {
        return count("offers");
    }

    private long count(String key) {
        return redis.opsForZSet().zCard(scripts.key(event, key));
    }

    private void open() {
        Instant now = Instant.now();
        rooms.open(event, LineShows.onSaleAt(now.minusSeconds(60), 10, 1_000));
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
