package podo.e2e.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * {@code ./podo bench door [tickets=400] [gates=8] [rounds=3]} on a stack that is up: sells the tickets of a show of tonight, then lets the gates
 * scan all of them through the gateway, each as soon as it has its answer. Every round scans all tickets: in the first they are let in, later
 * they are used already.
 */
public final class DoorBench {

    private record Round(long[] nanos, double seconds, long letIn) {

        double perSecond() {
            return nanos.length / seconds;
        }

        double millis(double share) {
            return nanos[(int) (share * (nanos.length - 1))] / 1e6;
        }
    }

    private DoorBench() {}

    public static void main(String[] words) throws Exception {
        int tickets = BenchWords.number(words, "tickets", 400);
        int gates = BenchWords.number(words, "gates", 8);
        int rounds = BenchWords.number(words, "rounds", 3);
        Show show = Show.tonight((tickets + 19) / 20, 20);
        System.out.println("Selling " + tickets + " tickets");
        List<String> codes = TicketSales.sell(show, tickets).codes();
        List<String> lines = new ArrayList<>();
        Api door = Fan.doorStaff();
        for (int round = 1; round <= rounds; round++) {
            Round done = scan(door, show, codes, gates);
            lines.add("| %d | %d | %,.0f | %.0f | %.0f | %.0f | %d |"
                    .formatted(
                            round,
                            codes.size(),
                            done.perSecond(),
                            done.millis(0.5),
                            done.millis(0.95),
                            done.millis(0.99),
                            done.letIn()));
            System.out.println(lines.getLast());
        }
        write(codes.size(), gates, lines);
    }

    private static Round scan(Api door, Show show, List<String> codes, int gates)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger letIn = new AtomicInteger();
        long[] nanos = new long[codes.size()];
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(gates)) {
            List<Callable<Void>> calls = IntStream.range(0, gates)
                    .mapToObj(gate -> (Callable<Void>) () -> {
                        for (int i = next.getAndIncrement(); i < codes.size(); i = next.getAndIncrement()) {
                            long asked = System.nanoTime();
                            Answer answer = door.post(
                                            "/api/checkins",
                                            Map.of("code", codes.get(i), "gate", "Gate " + gate, "eventId", show.id()))
                                    .has(200);
                            nanos[i] = System.nanoTime() - asked;
                            letIn.addAndGet(answer.string("result").equals("VALID") ? 1 : 0);
                        }
                        return null;
                    })
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        return new Round(nanos, seconds, letIn.get());
    }

    private static void write(int tickets, int gates, List<String> lines) throws IOException {
        String report = """
                # Scans at the door

                `./podo bench door`: %d tickets of one event, %d gates, through the gateway; %s, %s, %d processors, commit %s.

                | round | scans | a second | p50 ms | p95 ms | p99 ms | let in |
                |--|--|--|--|--|--|--|
                %s
                """.formatted(
                        tickets,
                        gates,
                        LocalDate.now(),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        MeasuredCommit.name(),
                        String.join("\n", lines));
        Path file = Path.of("e2e/docs/door.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println("Written to " + file);
    }
}
