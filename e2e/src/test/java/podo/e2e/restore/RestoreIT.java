package podo.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.StackProcesses;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

/**
 * Sells, backs up, sells on, destroys everything, restores. Only the bank goes on knowing what came after the backup. Part of
 * {@code ./podo test --long}; the steps and what they took are in docs/backup.md.
 */
@OnRunningStack
@Isolated("it destroys the stack's data and restores them")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class RestoreIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DATA = StackProcesses.HOME.resolve("data");
    private static final Path FILE = StackProcesses.HOME.resolve("drill.backup").toAbsolutePath();

    @Test
    void whatWasSoldStaysSoldAndWhatCameAfterTheBackupIsPaidBackAndTold() throws Exception {
        Show show = Show.onSale(4, 10);
        Show line = paused();
        Fan early = Fan.fresh();
        List<Long> seats = early.freeSeats(show.id());
        JsonNode sold = early.buy(show.id(), seats.subList(0, 2));
        Fan between = Fan.fresh();
        Answer opened = openPayment(between, show, seats.subList(2, 3));
        Fan late = Fan.fresh();
        Fan second = Fan.fresh();
        long place = number(join(second, line, null));

        Files.deleteIfExists(FILE);
        CompletableFuture<JsonNode> meanwhile =
                CompletableFuture.supplyAsync(() -> Fan.fresh().buy(show.id(), seats.subList(10, 12)));
        podo("backup", FILE.toString());
        meanwhile.join();

        between.pay(opened).isOneOf(200, 202);
        JsonNode lost = late.buy(show.id(), seats.subList(4, 6));
        Answer afterwards = join(late, line, null);
        long laterPlace = number(afterwards);

        destroyEverything();
        podo("restore", FILE.toString());
        podo("up", "--detach");

        assertThat(early.reservation(sold.path("id").asString()).string("status"))
                .isEqualTo("CONFIRMED");
        assertThat(early.status(show.id(), seats.getFirst())).isEqualTo("SOLD");
        assertThat(early.api().get("/api/tickets").has(200).json()).hasSize(2);
        assertThat(number(second.place(line.id()))).isEqualTo(place);
        assertThat(number(join(Fan.fresh(), line, null))).isGreaterThan(laterPlace);
        assertThat(number(join(late, line, afterwards.string("receipt")))).isEqualTo(laterPlace);

        String lostOrder = lost.path("orderId").asString();
        await().atMost(Duration.ofMinutes(2)).until(() -> refunded(lostOrder) == 2L * Show.PRICE);
        assertThat(Mailbox.awaitMail(late.email(), lostOrder).path("text").asString())
                .contains("154,000");
        assertThat(late.status(show.id(), seats.get(4))).isEqualTo("AVAILABLE");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> List.of("CONFIRMED", "REFUNDED")
                        .contains(between.reservation(opened.string("id")).string("status")));
        System.out.println("opened before the backup, paid after it: "
                + between.reservation(opened.string("id")).string("status"));
        Fan.fresh().buy(show.id(), seats.subList(4, 6));
        AuditCheck.awaitNoFindings("restored");
        Files.delete(FILE);
    }

    /** Whoever joins waits, however long the restore takes: two missed offers would cost the place. */
    private static Show paused() {
        Show show = Show.onSale(2, 2);
        Fan.organiser()
                .put("/api/events/" + show.id() + "/room", Map.of("rate", 0, "cap", 1, "mode", "PAUSED"))
                .has(200);
        // the levers are in force at the second tick
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        return show;
    }

    private static Answer openPayment(Fan fan, Show show, List<Long> seats) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), seats).has(201).string("holdId");
        Answer reservation =
                fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
        fan.api()
                .post("/api/payments", Map.of("orderId", reservation.string("orderId")))
                .isOneOf(200, 201);
        return reservation;
    }

    private static Answer join(Fan fan, Show show, @Nullable String receipt) {
        Api api = receipt == null ? fan.api() : fan.api().with("X-Queue-Receipt", receipt);
        return api.post("/api/events/" + show.id() + "/queue").has(200);
    }

    private static long number(Answer place) {
        return place.json("number").asLong();
    }

    private static long refunded(String orderId) {
        JsonNode money = Api.simulator()
                .get("/simulator/money?orderId=" + orderId)
                .has(200)
                .json();
        return StreamSupport.stream(money.spliterator(), false)
                .mapToLong(payment -> payment.path("refunded").asLong())
                .sum();
    }

    /** kill -9 of every process, and no data or secret left; the bank's journal is not the shop's. */
    private static void destroyEverything() throws IOException {
        List<Long> processes = Stream.concat(Stream.of("supervisor"), StackProcesses.all().stream())
                .map(StackProcesses::pid)
                .toList();
        for (long pid : processes) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> processes.stream()
                        .allMatch(pid -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isEmpty()));
        for (String server : Objects.requireNonNull(DATA.toFile().list())) {
            delete(DATA.resolve(server)); // the folder itself may be a disk of its own
        }
        for (String part : List.of("run", "secrets.env", "tls")) {
            delete(StackProcesses.HOME.resolve(part));
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void podo(String... words) throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(PROJECT.resolve("podo").toString()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile("podo-drill-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        System.out.printf(
                "./podo %s: %d s%n%s%n",
                words[0], Duration.ofNanos(System.nanoTime() - began).toSeconds(), text);
        Files.delete(output);
    }
}
