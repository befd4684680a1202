package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.OnRunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.faults.row.DataDisk;
import podo.e2e.faults.row.HoldCrowd;
import podo.e2e.faults.row.NotHere;
import podo.e2e.faults.row.ReadOnlyDatabase;
import podo.e2e.faults.row.WrongClocks;

/**
 * Fans wait, hold and pay while a server or a service is frozen or killed. Each gets their tickets without an operator, nobody is
 * logged out or loses a place, no answer is a 500, and the audit has no findings.
 * Part of {@code ./podo test --long}.
 */
@OnRunningStack
@Isolated("it stops the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class OutageIT {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);
    private static final List<String> SERVICES = List.of(
            "user",
            "event",
            "inventory",
            "reservation",
            "payment",
            "notification",
            "toss-simulator",
            "web-frontend",
            "gateway-mvc");

    @Test
    void redisIsFrozen() {
        BuyingFans.buyDuring("Redis frozen for 10 s", () -> StackProcesses.freeze("redis", TEN_SECONDS, () -> {}));
    }

    @Test
    void redisIsKilled() {
        BuyingFans.buyDuring("Redis killed", () -> StackProcesses.kill("redis"));
    }

    /** Experiment 14: a client whose EVALSHA finds no script sends it again. */
    @Test
    void redisForgetsItsScripts() {
        BuyingFans.buyDuring("Redis' scripts flushed, five times", () -> {
            for (int i = 0; i < 5; i++) {
                RedisConsole.send("SCRIPT FLUSH");
                BuyingFans.buyOneTicket();
            }
        });
    }

    /** Experiment 13: nobody can join and the answer is 503; holds stay. */
    @Test
    void redisIsFull() {
        String before = RedisConsole.send("CONFIG GET maxmemory");
        BuyingFans.buyDuring("Redis full (maxmemory 1 MB, noeviction) for 10 s", () -> {
            try {
                RedisConsole.send("CONFIG SET maxmemory 1mb");
                await().pollDelay(TEN_SECONDS).atMost(TWENTY_SECONDS).until(() -> true);
            } finally {
                RedisConsole.send("CONFIG SET maxmemory " + before);
            }
        });
    }

    @Test
    void kafkaIsFrozen() {
        BuyingFans.buyDuring("Kafka frozen for 20 s", () -> StackProcesses.freeze("kafka", TWENTY_SECONDS, () -> {}));
    }

    @Test
    void kafkaIsKilled() {
        BuyingFans.buyDuring("Kafka killed", () -> StackProcesses.kill("kafka"));
    }

    @Test
    void theDatabaseIsFrozen() {
        BuyingFans.buyDuring(
                "database frozen for 10 s", () -> StackProcesses.freeze(database(), TEN_SECONDS, () -> {}));
    }

    @Test
    void theDatabaseIsKilled() {
        BuyingFans.buyDuring("database killed", () -> StackProcesses.kill(database()));
    }

    /** Services keep the instances that they know: a whole purchase succeeds while both are frozen. */
    @Test
    void registryAndConfigServerAreAwayAndTheRestGoesOn() {
        BuyingFans.buyDuring(
                "registry and config server frozen for 20 s",
                () -> StackProcesses.freeze(
                        "registry",
                        TWENTY_SECONDS,
                        () -> StackProcesses.freeze("config", TWENTY_SECONDS, BuyingFans::buyOneTicket)));
    }

    @Test
    void theGatewayIsKilled() {
        BuyingFans.buyDuring("gateway killed", () -> StackProcesses.kill("gateway-mvc"));
    }

    /** Experiment 33: the circuit breaker isolates the frozen service. */
    @Test
    void inventoryIsFrozenAndTheCatalogueStillAnswers() {
        BuyingFans.buyDuring(
                "inventory frozen for 10 s",
                () -> StackProcesses.freeze("inventory", TEN_SECONDS, () -> {
                    for (int i = 0; i < 20; i++) {
                        Answer list = Api.open().get("/api/events?size=5");
                        assertThat(list.status()).as("%s", list).isEqualTo(200);
                    }
                }));
    }

    /** Experiment 19: what can't be written is refused, and all goes on when there is room again. */
    @Test
    void theDiskIsFull() {
        playIfPossible("disk of database, Redis and Kafka full for 20 s", () -> DataDisk.fill(TWENTY_SECONDS));
    }

    /** Experiment 34. */
    @Test
    void inventoryHasAFifthOfACore() {
        playIfPossible("inventory with a fifth of a core for 30 s, 60 fans", HoldCrowd::askAFifthOfACore);
    }

    /** Experiment 17. */
    @Test
    void theDatabaseIsReadOnly() {
        BuyingFans.buyDuring("database read only for 15 s", ReadOnlyDatabase::holdMeanwhile);
    }

    /** Experiment 29. */
    @Test
    void theClockOfOneProcessIsWrong() {
        playIfPossible("clock of one of two processes an hour behind, an hour ahead", WrongClocks::holdsAndLine);
    }

    private static void playIfPossible(String name, Runnable outage) {
        try {
            BuyingFans.buyDuring(name, outage);
        } catch (NotHere e) {
            Assumptions.abort(name + " " + e.getMessage());
        }
    }

    /** Experiment 40. */
    @Test
    void everyServiceIsKilledAtOnce() {
        List<String> all = Stream.concat(SERVICES.stream(), SERVICES.stream().map(name -> name + "-2"))
                .filter(StackProcesses::isRunning)
                .toList();
        BuyingFans.buyDuring(
                "kill -9 of all " + all.size() + " services at once",
                () -> StackProcesses.kill(all.toArray(String[]::new)));
    }

    private static String database() {
        return StackProcesses.isRunning("mysql") ? "mysql" : "mariadb";
    }
}
