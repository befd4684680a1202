package podo.e2e.load.purchases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** How long the steps of many purchases took, by the step's name. */
final class StepTimes {

    private final Map<String, List<Long>> nanos = Collections.synchronizedMap(new LinkedHashMap<>());

    <T> T time(String step, Callable<T> call) throws Exception {
        long began = System.nanoTime();
        T answer = call.call();
        nanos.computeIfAbsent(step, unused -> Collections.synchronizedList(new ArrayList<>()))
                .add(System.nanoTime() - began);
        return answer;
    }

    void clear() {
        nanos.clear();
    }

    /** One row for each step: its name, calls for each purchase, p50 and p99 in milliseconds. */
    String rows(int purchases) {
        return nanos.entrySet().stream()
                .map(step -> row(step.getKey(), sorted(step.getValue()), purchases))
                .collect(Collectors.joining());
    }

    private static String row(String step, long[] sorted, int purchases) {
        return "| %s | %.1f | %.1f | %.1f |%n"
                .formatted(
                        step,
                        sorted.length / (double) purchases,
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (0.99 * (sorted.length - 1))] / 1e6);
    }

    private static long[] sorted(List<Long> times) {
        long[] all = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        return all;
    }
}
