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
import podo.e2e.StackProcesses;

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
        BuyingFans.buysWhile("Redis frozen for 10 s", () -> StackProcesses.frozen("redis", TEN_SECONDS, () -> {}));
    }

    @Test
    void redisIsKilled() {
        BuyingFans.buysWhile("Redis killed", () -> StackProcesses.killed("redis"));
    }

    /** Experiment 14: whoever asks for a script by its hash sends it again. */
    @Test
    void redisForgetsItsScripts() {
        BuyingFans.buysWhile("Redis' scripts flushed, five times", () -> {
            for (int i = 0; i < 5; i++) {
                RedisConsole.says("SCRIPT FLUSH");
                BuyingFans.oneFanBuysWithoutAnyTrouble();
            }
        });
    }

    /** Experiment 13: nobody new gets in, which is said; what is held stays held. */
    @Test
    void redisIsFull() {
        String before = RedisConsole.says("CONFIG GET maxmemory");
        BuyingFans.buysWhile("Redis full (maxmemory 1 MB, noeviction) for 10 s", () -> {
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
        BuyingFans.buysWhile("Kafka frozen for 20 s", () -> StackProcesses.frozen("kafka", TWENTY_SECONDS, () -> {}));
    }

    @Test
    void kafkaIsKilled() {
        BuyingFans.buysWhile("Kafka killed", () -> StackProcesses.killed("kafka"));
    }

    @Test
    void theDatabaseIsFrozen() {
        BuyingFans.buysWhile("database frozen for 10 s", () -> StackProcesses.frozen(database(), TEN_SECONDS, () -> {}));
    }

    @Test
    void theDatabaseIsKilled() {
        BuyingFans.buysWhile("database killed", () -> StackProcesses.killed(database()));
    }

    /** What everybody knows of everybody else is kept: a whole purchase begins and ends while both are away. */
    @Test
    void registryAndConfigServerAreAwayAndTheRestGoesOn() {
        BuyingFans.buysWhile(
                "registry and config server frozen for 20 s",
                () -> StackProcesses.frozen(
                        "registry",
                        TWENTY_SECONDS,
                        () -> StackProcesses.frozen("config", TWENTY_SECONDS, BuyingFans::oneFanBuysWithoutAnyTrouble)));
    }

    @Test
    void theGatewayIsKilled() {
        BuyingFans.buysWhile("gateway killed", () -> StackProcesses.killed("gateway-mvc"));
    }

    /** Experiment 33: the breaker keeps one frozen service from taking the others along. */
    @Test
    void inventoryIsFrozenAndTheCatalogueStillAnswers() {
        BuyingFans.buysWhile(
                "inventory frozen for 10 s",
                () -> StackProcesses.frozen("inventory", TEN_SECONDS, () -> {
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
                .filter(StackProcesses::runs)
                .toList();
        BuyingFans.buysWhile(
                "kill -9 of all " + all.size() + " services at once",
                () -> StackProcesses.killed(all.toArray(String[]::new)));
    }

    private static String database() {
        return StackProcesses.runs("mysql") ? "mysql" : "mariadb";
    }
}
