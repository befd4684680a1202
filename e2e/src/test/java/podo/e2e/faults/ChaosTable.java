package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.e2e.faults.ChaosRow.elsewhere;
import static podo.e2e.faults.ChaosRow.onRequest;
import static podo.e2e.faults.ChaosRow.played;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import podo.e2e.Api;
import podo.e2e.StackProcesses;
import podo.e2e.faults.row.DataDisk;
import podo.e2e.faults.row.ForgedPasses;
import podo.e2e.faults.row.ForgedWebhooks;
import podo.e2e.faults.row.Heal;
import podo.e2e.faults.row.HoldCrowd;
import podo.e2e.faults.row.ReadOnlyDatabase;
import podo.e2e.faults.row.SeatRush;
import podo.e2e.faults.row.SetsOfFour;
import podo.e2e.faults.row.TwoTabs;
import podo.e2e.faults.row.WatchedHold;
import podo.e2e.faults.row.WrongClocks;
import podo.e2e.roll.RollUnderLoad;

/** The forty rows: what a stack that is up can play, and where the others are played. */
final class ChaosTable {

    private static final String TESTS = "./podo test: ";

    static final List<ChaosRow> ROWS = List.of(
            played(1, "100 fans, 10 seats, one instant", "10 holds, 90 refusals with 409", SeatRush::race),
            elsewhere(2, "the same over two inventory instances", TESTS + "TwoInstancesIT"),
            played(3, "sets of four, in opposite order", "24 fans, 13 seats, one instant", SetsOfFour::race),
            elsewhere(4, "the database's condition taken away", TESTS + "JudgeIT, which sells a seat twice"),
            elsewhere(5, "lock holder paused past its lease", TESTS + "JudgeIT, SeatRaceIT"),
            played(
                    6,
                    "inventory killed after the Redis step",
                    "killed while fans hold; the moment is chance",
                    kill("inventory")),
            played(
                    7,
                    "inventory killed after commit",
                    "as row 6; each call is repeated with its key",
                    kill("inventory")),
            played(
                    8,
                    "speaker killed after commit, before Kafka",
                    "payment killed; the moment is chance",
                    kill("payment")),
            played(
                    9,
                    "relay killed after Kafka",
                    "inventory and payment killed; the moment is chance",
                    kill("inventory", "payment")),
            played(10, "Redis killed, back with its file", "six fans buy, one waits", kill("redis")),
            onRequest(
                    11,
                    "Redis comes back empty",
                    "FLUSHALL: logs every browser out",
                    () -> RedisConsole.send("FLUSHALL")),
            played(12, "Redis stalls 5 s", "CLIENT PAUSE", () -> RedisConsole.send("CLIENT PAUSE 5000")),
            played(13, "Redis out of memory", "maxmemory 1 MB for 10 s", ChaosTable::fillRedis),
            played(14, "script cache lost", "SCRIPT FLUSH five times", ChaosTable::forgetScripts),
            played(15, "database killed", "while fans pay", () -> StackProcesses.kill(database())),
            elsewhere(16, "connection cut while COMMIT is on its way", TESTS + "RandomLivesIT"),
            played(
                    17,
                    "database read-only",
                    "for 15 s; out of connections: DatabaseAwayIT",
                    ReadOnlyDatabase::holdMeanwhile),
            elsewhere(18, "deadlock, lock wait time-out", TESTS + "LockedSeatsIT"),
            played(
                    19,
                    "disk full under database, Redis and Kafka",
                    "20 s; takes root and a tmpfs",
                    () -> DataDisk.fill(Duration.ofSeconds(20))),
            played(
                    20,
                    "Kafka away for 60 s",
                    "frozen",
                    () -> StackProcesses.freeze("kafka", Duration.ofSeconds(60), () -> {})),
            elsewhere(21, "messages twice and out of order", TESTS + "PaymentListenerIT, CancelTransactionIT"),
            elsewhere(22, "poison message", TESTS + "OutboxIT"),
            played(23, "the bank captures, its answer is lost", "5 confirms", () -> failConfirms(5, "LOST_AFTER")),
            played(
                    24,
                    "5xx, garbage, wrong amount",
                    "2 confirms of each",
                    () -> List.of("ERROR_BEFORE", "ERROR_AFTER", "GARBAGE", "WRONG_AMOUNT")
                            .forEach(kind -> failConfirms(2, kind))),
            played(25, "webhook twice, out of order, forged", "before and after payment", ForgedWebhooks::post),
            elsewhere(26, "the hold ends during payment", TESTS + "FaultTableIT"),
            played(27, "paid in two tabs", "five times, both tabs at once", TwoTabs::pay),
            elsewhere(28, "a scheduler runs twice, or not at all", TESTS + "LineModelIT"),
            played(
                    29,
                    "clock of one process jumps an hour",
                    "a second inventory, reservation, user; takes libfaketime",
                    WrongClocks::holdsAndLine),
            played(
                    30,
                    "front end with open streams killed",
                    "fans only; 2,000 streams: KilledFrontEndIT",
                    kill("web-frontend")),
            elsewhere(31, "readers that never read", TESTS + "StreamsIT"),
            played(
                    32,
                    "gateway restarted; registry and config away",
                    "killed; both frozen for 20 s",
                    ChaosTable::loseInfrastructure),
            played(33, "one service frozen", "inventory for 10 s", ChaosTable::freezeInventory),
            played(34, "a fifth of a core", "inventory for 30 s, 60 fans; takes root", HoldCrowd::askAFifthOfACore),
            elsewhere(35, "heap exhausted", TESTS + "ProcessRestarterIT restarts what ends"),
            elsewhere(36, "inventory cut off from Redis; from the database", TESTS + "TwoInstancesIT, RandomLivesIT"),
            played(37, "token or pass forged, replayed, shared", "a step left out", ForgedPasses::use),
            onRequest(
                    38,
                    "rolling restart of every service",
                    "./podo roll, fans who repeat nothing; 10 min",
                    () -> RollUnderLoad.run(1, List.of())),
            played(39, "a hold's end watched", "to a quarter of a second; 1 min", WatchedHold::watch),
            played(40, "everything off at once", "kill -9 of all services, not of the servers", ChaosTable::killAll));

    private ChaosTable() {}

    private static Runnable kill(String... names) {
        return () -> StackProcesses.kill(names);
    }

    private static void fillRedis() {
        String before = RedisConsole.send("CONFIG GET maxmemory");
        Heal.after(
                Duration.ofSeconds(10),
                () -> RedisConsole.send("CONFIG SET maxmemory " + before),
                () -> RedisConsole.send("CONFIG SET maxmemory 1mb"));
    }

    private static void forgetScripts() {
        for (int i = 0; i < 5; i++) {
            RedisConsole.send("SCRIPT FLUSH");
            BuyingFans.buyOneTicket();
        }
    }

    /** The next confirms of anybody; what is left of them when the fans are done is taken back. */
    private static void failConfirms(int count, String kind) {
        Heal.after(Duration.ZERO, () -> Api.simulator().delete("/simulator/faults"), () -> {
            Api.simulator()
                    .post("/simulator/faults", Map.of("kind", kind, "call", "CONFIRM", "count", count))
                    .isOneOf(200, 201);
            for (int i = 0; i < count; i++) {
                BuyingFans.buyOneTicketWithRetries();
            }
        });
    }

    private static void loseInfrastructure() {
        StackProcesses.kill("gateway-mvc");
        Duration time = Duration.ofSeconds(20);
        StackProcesses.freeze(
                "registry", time, () -> StackProcesses.freeze("config", time, BuyingFans::buyOneTicketWithRetries));
    }

    private static void freezeInventory() {
        StackProcesses.freeze("inventory", Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(Api.open().get("/api/events?size=5").status())
                        .as("the catalogue")
                        .isEqualTo(200);
            }
        });
    }

    private static void killAll() {
        Predicate<String> isServer = List.of("mariadb", "mysql", "redis", "kafka", "registry", "config")::contains;
        StackProcesses.kill(StackProcesses.all().stream()
                .filter(isServer.negate())
                .filter(name -> !name.startsWith("training-"))
                .toArray(String[]::new));
    }

    private static String database() {
        return StackProcesses.isRunning("mysql") ? "mysql" : "mariadb";
    }
}
