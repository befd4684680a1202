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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.fairness.VerifyDraw;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.stack.junit.OnRealServers;

/**
 * Instances as processes of their own, kill -9 for the one that moves the line, and one goes on at least. Each test kills one of three; a start
 * costs 30 processor seconds. The test itself ticks nothing.
 */
@SpringBootTest(properties = "podo.room.tick=24h")
@OnRealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledInstanceIT {

    private static final int RATE = 20;

    private long event;
    private final WireMockServer inventory =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private List<ReservationProcess> instances = List.of();

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

    @Autowired
    ConfigurableEnvironment environment;

    @BeforeAll
    void startThree() {
        inventory.start();
        inventory.stubFor(
                any(anyUrl()).willReturn(okJson("{\"capacity\":100000,\"free\":100000,\"held\":0,\"grades\":[]}")));
        instances = Stream.generate(() -> new ReservationProcess(environment, inventory.baseUrl()))
                .limit(3)
                .toList();
        instances.forEach(instance -> instance.process().launch());
        instances.forEach(instance -> instance.process().awaitReady());
    }

    @BeforeEach
    void anotherEvent() {
        event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
        instances = instances.stream()
                .filter(instance -> instance.process().alive())
                .toList();
        assertThat(instances).hasSizeGreaterThanOrEqualTo(2);
    }

    @AfterAll
    void end() {
        instances.forEach(instance -> instance.process().kill());
        inventory.stop();
    }

    @Test
    void theLineGoesOnWithinTwoTicksWhenTheInstanceThatTicksIsKilled() {
        int fans = 500;
        Map<ReservationProcess, Long> before = ticks("TICKED");
        opensAt(Instant.now().minusSeconds(60));
        soon().until(() -> admissionScripts.snapshot(event).isPresent());
        join(fans);
        TickRecorder ticks = new TickRecorder(redis, scripts.key(event, "meta"));
        soon().until(() -> ticks.served() >= 5 * RATE);

        ReservationProcess busiest = instances.stream()
                .max(Comparator.comparing(instance -> instance.ticks("TICKED") - before.get(instance)))
                .orElseThrow();
        assertThat(busiest.ticks("TICKED") - before.get(busiest))
                .as("steps of the busiest one")
                .isGreaterThanOrEqualTo(2);
        long served = ticks.served();
        busiest.process().kill();
        long last = ticks.served();

        assertThat(served).as("somebody still waits at the kill").isLessThan(fans - 5 * RATE);
        soon().until(() -> ticks.served() == fans);
        List<TickRecorder.Step> seen = ticks.stop();
        assertThat(seen).hasSizeGreaterThan(10);
        for (int i = 1; i < seen.size(); i++) {
            long gap = seen.get(i).atMillis() - seen.get(i - 1).atMillis();
            assertThat(gap).as("one tick per interval: %s", seen).isGreaterThanOrEqualTo(900);
            boolean atTheKill = seen.get(i - 1).serving() == last;
            assertThat(gap)
                    .as("two ticks and a second where it was killed; elsewhere a busy machine may stall: %s", seen)
                    .isLessThanOrEqualTo(atTheKill ? 3_000 : 6_000);
            assertThat(seen.get(i).serving() - seen.get(i - 1).serving())
                    .as("each step lets fans in, and not more than the time that passed allows: %s", seen)
                    .isBetween(1L, RATE * gap / 1_000 + RATE);
        }
        assertThat(numbers(fans))
                .as("nobody lost, nobody twice")
                .isEqualTo(LongStream.rangeClosed(1, fans).boxed().toList());
        assertThat(redis.opsForZSet().zCard(scripts.key(event, "offers"))).isEqualTo(fans);
    }

    @Test
    void aDrawGoesOnWhenTheInstanceThatMakesItIsKilled() {
        int fans = 10_000;
        Map<ReservationProcess, Long> before = ticks("DRAW");
        opensAt(Instant.now().plusSeconds(1_200));
        soon().until(() -> redis.hasKey(scripts.key(event, "meta")));
        join(fans);
        opensAt(Instant.now().plusSeconds(1));
        ReservationProcess drawing = soon().until(
                        () -> instances.stream()
                                .filter(instance -> instance.ticks("DRAW") > before.get(instance))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        drawing.process().kill();
        assertThat(redis.opsForHash().get(scripts.key(event, "meta"), "drawn"))
                .as("killed before the draw was made")
                .isNotEqualTo("1");

        soon().until(() -> "1".equals(redis.opsForHash().get(scripts.key(event, "meta"), "drawn")));
        ReservationProcess other = instances.stream()
                .filter(instance -> instance != drawing)
                .findFirst()
                .orElseThrow();
        var draw = soon().until(
                        () -> other.get("/api/events/" + event + "/fairness/draw"),
                        answer -> answer.get("seed") != null);
        assertThat(VerifyDraw.verify(draw, ""))
                .as("the published draw can be checked")
                .isZero();
        List<?> published = (List<?>) draw.get("ticketIds");
        assertThat(published).hasSize(fans);
        redis.opsForHash().entries(scripts.key(event, "fans")).forEach((fan, place) -> {
            String[] parts = place.toString().split("\\|");
            assertThat(published.get(Integer.parseInt(parts[1]) - 1)).isEqualTo(parts[0]);
        });
        assertThat(numbers(fans))
                .isEqualTo(LongStream.rangeClosed(1, fans).boxed().toList());
    }

    /** So far, of tests before as well. */
    private Map<ReservationProcess, Long> ticks(String word) {
        return instances.stream().collect(Collectors.toMap(instance -> instance, instance -> instance.ticks(word)));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(20));
    }

    private void join(int fans) {
        LongStream.rangeClosed(1, fans).parallel().forEach(fan -> line.join(event, fan, null));
    }

    private List<Long> numbers(int fans) {
        List<Long> numbers = redis.opsForHash().values(scripts.key(event, "fans")).stream()
                .map(place -> Long.valueOf(place.toString().split("\\|")[1]))
                .sorted()
                .toList();
        assertThat(numbers).hasSize(fans);
        return numbers;
    }

    private void opensAt(Instant onSaleAt) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, RATE, 100_000));
    }
}
