package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.OnRunningStack;
import podo.e2e.Processes;

/**
 * Fans wait, hold and pay while a server or a service is frozen or killed under them. Whatever it is: all of them end with
 * their tickets and nobody's hand, nobody is logged out or loses a place, no answer is a 500, and the auditor finds nothing.
 * Part of {@code ./podo test --long}.
 */
@OnRunningStack
@Isolated("it takes away what the others use")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class OutageIT {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);
    private static final List<String> SERVICES = List.of(
            "user", "event", "inventory", "reservation", "payment", "toss-simulator", "web-frontend", "gateway-mvc");

    @Test
    void redisIsFrozen() {
        Crowd.buysWhile("Redis frozen for 10 s", () -> Processes.frozen("redis", TEN_SECONDS, () -> {}));
    }

    @Test
    void redisIsKilled() {
        Crowd.buysWhile("Redis killed", () -> Processes.killed("redis"));
    }

    /** Experiment 14: whoever asks for a script by its hash sends it again. */
    @Test
    void redisForgetsItsScripts() {
        Crowd.buysWhile("Redis' scripts flushed, five times", () -> {
            for (int i = 0; i < 5; i++) {
                RedisConsole.says("SCRIPT FLUSH");
                Crowd.oneFanBuysWithoutAnyTrouble();
            }
        });
    }

    /** Experiment 13: nobody new gets in, which is said; what is held stays held. */
    @Test
    void redisIsFull() {
        String before = RedisConsole.says("CONFIG GET maxmemory");
        Crowd.buysWhile("Redis full (maxmemory 1 MB, noeviction) for 10 s", () -> {
            try {
                RedisConsole.says("CONFIG SET maxmemory 1mb");
                await().pollDelay(TEN_SECONDS).atMost(TWENTY_SECONDS).until(() -> true);
            } finally {
                RedisConsole.says("CONFIG SET maxmemory " + before);
            }
        });
    }

    @Test
    void kafkaIsFrozen() {
        Crowd.buysWhile("Kafka frozen for 20 s", () -> Processes.frozen("kafka", TWENTY_SECONDS, () -> {}));
    }

    @Test
    void kafkaIsKilled() {
        Crowd.buysWhile("Kafka killed", () -> Processes.killed("kafka"));
    }

    @Test
    void theDatabaseIsFrozen() {
        Crowd.buysWhile("database frozen for 10 s", () -> Processes.frozen(database(), TEN_SECONDS, () -> {}));
    }

    @Test
    void theDatabaseIsKilled() {
        Crowd.buysWhile("database killed", () -> Processes.killed(database()));
    }

    /** What everybody knows of everybody else is kept: a whole purchase begins and ends while both are away. */
    @Test
    void registryAndConfigServerAreAwayAndTheRestGoesOn() {
        Crowd.buysWhile(
                "registry and config server frozen for 20 s",
                () -> Processes.frozen(
                        "registry",
                        TWENTY_SECONDS,
                        () -> Processes.frozen("config", TWENTY_SECONDS, Crowd::oneFanBuysWithoutAnyTrouble)));
    }

    @Test
    void theGatewayIsKilled() {
        Crowd.buysWhile("gateway killed", () -> Processes.killed("gateway-mvc"));
    }

    /** Experiment 33: the breaker keeps one frozen service from taking the others along. */
    @Test
    void inventoryIsFrozenAndTheCatalogueStillAnswers() {
        Crowd.buysWhile(
                "inventory frozen for 10 s",
                () -> Processes.frozen("inventory", TEN_SECONDS, () -> {
                    for (int i = 0; i < 20; i++) {
                        Answer list = Api.open().get("/api/events?size=5");
                        assertThat(list.status()).as("%s", list).isEqualTo(200);
                    }
                }));
    }

    /** Experiment 40. */
    @Test
    void everyServiceIsKilledAtOnce() {
        List<String> all = Stream.concat(SERVICES.stream(), SERVICES.stream().map(name -> name + "-2"))
                .filter(Processes::runs)
                .toList();
        Crowd.buysWhile(
                "kill -9 of all " + all.size() + " services at once",
                () -> Processes.killed(all.toArray(String[]::new)));
    }

    private static String database() {
        return Processes.runs("mysql") ? "mysql" : "mariadb";
    }
}
