package podo.e2e.load.purchases;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import podo.e2e.load.StackProcess;
import podo.e2e.load.StackWork;

/** What the processes of the stack and this client have done so far: processor time, statements, commits, Redis commands. */
public record PurchaseWork(Map<String, Double> cpuSeconds, Map<String, Long> counts) {

    private static final List<String> STATEMENTS = List.of(
            "Questions", "Com_select", "Com_insert", "Com_update", "Com_delete", "Com_commit", "Innodb_os_log_fsyncs");

    public static PurchaseWork now(StackWork stack) throws IOException {
        Map<String, Double> cpu = new TreeMap<>();
        for (StackProcess process : StackProcess.all()) {
            cpu.put(process.name(), process.cpuSeconds());
        }
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(used -> cpu.put("this client", used.toNanos() / 1e9));
        Map<String, Long> counts = new LinkedHashMap<>(stack.databaseStatus(STATEMENTS));
        counts.put("Redis commands", stack.redisCommands());
        return new PurchaseWork(cpu, counts);
    }

    /** Of each process; all of it for one that began meanwhile. */
    public Map<String, Double> cpuSecondsSince(PurchaseWork then) {
        Map<String, Double> since = new TreeMap<>(cpuSeconds);
        since.replaceAll((process, seconds) -> seconds - then.cpuSeconds.getOrDefault(process, 0.0));
        return since;
    }

    /** Rows of the work since then, for each of so many purchases. */
    String rowsSince(PurchaseWork then, int purchases) {
        StringBuilder rows = new StringBuilder("| process | CPU ms for each purchase |\n|--|--|\n");
        double all = 0;
        for (var process : cpuSecondsSince(then).entrySet()) {
            double millis = process.getValue() * 1000 / purchases;
            all += millis;
            if (millis >= 0.05) {
                rows.append(String.format(Locale.ROOT, "| %s | %.1f |%n", process.getKey(), millis));
            }
        }
        rows.append(String.format(Locale.ROOT, "| all | %.1f |%n%n| counted | for each purchase |%n|--|--|%n", all));
        counts.forEach((name, count) -> rows.append(String.format(
                Locale.ROOT,
                "| %s | %.1f |%n",
                name,
                (count - then.counts.getOrDefault(name, 0L)) / (double) purchases)));
        return rows.toString();
    }
}
