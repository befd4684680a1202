package podo.reservation.waitingroom.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.estimate.SimulatedCrowd;
import podo.reservation.waitingroom.estimate.WaitSimulation;

/**
 * {@code ./podo bench line [quick] [joining] [long] [waits] [draws]}: without a part all of them; quick is a small run that
 * shows that it works and whose figures mean little. Tables and plots go to the service's docs folder.
 */
public final class LineBench {

    private LineBench() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        boolean quick = words.contains("quick");
        Set<String> parts =
                words.stream().filter(word -> !word.equals("quick")).collect(java.util.stream.Collectors.toSet());
        Path docs = quick
                ? Files.createTempDirectory("podo-bench-line")
                : Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."), "services/reservation/docs");
        Files.createDirectories(docs);
        LineBenchReport report = new LineBenchReport(docs);
        if (wanted("draws", parts)) {
            report.fairness(DrawStatistics.measure(quick ? 1_000 : 100_000, quick ? 200 : 1_000, 20261123));
        }
        try (LineBenchServers stage = new LineBenchServers()) {
            if (wanted("joining", parts)) {
                report.joining(new JoinBench(stage, quick ? 2_000 : 20_000).measure(quick ? 1 : 3));
            }
            if (wanted("long", parts)) {
                LongLineBench line = new LongLineBench(stage);
                line.measure(1_000); // warm
                report.longLine(quick ? line.measure(1_000, 10_000) : line.measure(10_000, 100_000, 1_000_000));
            }
            if (wanted("waits", parts)) {
                // each has a room and a clock of its own, so that they may run side by side
                List<WaitSimulation> crowds = new ArrayList<>();
                for (SimulatedCrowd crowd : SimulatedCrowd.ALL) {
                    for (long seed = 1; seed <= (quick ? 1 : 3); seed++) {
                        crowds.add(new WaitSimulation(stage.bean(StringRedisTemplate.class), crowd, seed));
                    }
                }
                List<WaitSimulation.Honesty> honesties =
                        crowds.parallelStream().map(WaitSimulation::measure).toList();
                report.honesty(honesties);
            }
        }
        System.exit(0);
    }

    private static boolean wanted(String part, Set<String> parts) {
        return parts.isEmpty() || parts.contains(part);
    }
}
