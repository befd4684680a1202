package podo.e2e.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import podo.e2e.Answer;

/** Counts the refusals, unclear answers, durations and CHECKING times of a storm's purchases. */
public final class PurchaseTally {

    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final Queue<String> unclear = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();
    private final Queue<Duration> checking = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> purchases = new ConcurrentHashMap<>();

    /** A 500, or a refusal of the API without a {@code urn:problem} type, counts as unclear. */
    Answer record(Answer answer) {
        if (answer.status() >= 300) {
            String type = answer.text().replaceAll("(?s).*\"urn:problem:([a-z0-9-]+)\".*", "$1");
            boolean isProblem = type.length() < answer.text().length();
            refusals.merge(answer.status() + (isProblem ? " " + type : ""), 1, Integer::sum);
            if (answer.status() == 500 || !isProblem && !answer.call().startsWith("GET /events/")) {
                unclear.add(answer.toString());
            }
        }
        return answer;
    }

    void recordDuration(Duration time) {
        longest.accumulateAndGet(time.toMillis(), Math::max);
    }

    void recordNoAnswer() {
        refusals.merge("no answer", 1, Integer::sum);
    }

    void recordChecking(Duration time) {
        checking.add(time);
    }

    void recordEnd(String how) {
        purchases.computeIfAbsent(how, unused -> new AtomicInteger()).incrementAndGet();
    }

    public List<String> unclear() {
        return List.copyOf(unclear);
    }

    @Override
    public String toString() {
        List<Duration> times = new ArrayList<>(checking);
        Collections.sort(times);
        String unknown = times.isEmpty()
                ? "never CHECKING"
                : "%d CHECKING, %.1f s at the median, %.1f s at worst"
                        .formatted(
                                times.size(),
                                times.get(times.size() / 2).toMillis() / 1e3,
                                times.getLast().toMillis() / 1e3);
        return "purchases " + purchases + "; " + unknown + "; refusals " + refusals + "; longest answer "
                + longest.get() / 1_000 + " s";
    }
}
