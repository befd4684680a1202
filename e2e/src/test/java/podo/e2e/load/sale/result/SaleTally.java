package podo.e2e.load.sale.result;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts of a sale, by any number of threads: what happened in each second, how long calls took, why something was refused or failed. */
public final class SaleTally {

    /** Fifteen minutes and the checkouts that are ending. */
    private static final int MOST_SECONDS = 1_200;

    private final Map<SaleMark, AtomicIntegerArray> marks = new EnumMap<>(SaleMark.class);
    private final Map<String, LatencyHistogram> times = new ConcurrentHashMap<>();
    private final LatencyHistogram waits = new LatencyHistogram();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> tickets = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> asked = new ConcurrentSkipListMap<>();
    private final Set<Long> sold = ConcurrentHashMap.newKeySet();
    private final Set<Long> soldTwice = ConcurrentHashMap.newKeySet();

    public SaleTally() {
        for (SaleMark mark : SaleMark.values()) {
            marks.put(mark, new AtomicIntegerArray(MOST_SECONDS));
        }
    }

    /** @param nanos since the beginning of the sale */
    public void mark(SaleMark mark, long nanos) {
        counts(mark).incrementAndGet((int) Math.clamp(nanos / 1_000_000_000L, 0, MOST_SECONDS - 1));
    }

    /** A call of this step, from when it was due to its answer. */
    public void took(String step, long nanos) {
        times.computeIfAbsent(step, unused -> new LatencyHistogram()).add(nanos);
    }

    /** A call began so much after it was due, because this client had no connection or processor for it. */
    public void waited(long nanos) {
        waits.add(nanos);
    }

    /** The stack refused something that it may refuse. */
    public void refused(long nanos, String reason) {
        mark(SaleMark.REFUSED, nanos);
        refusals.computeIfAbsent(reason, unused -> new LongAdder()).increment();
    }

    /** The stack failed, or did not answer. */
    public void failed(long nanos, String kind) {
        mark(SaleMark.FAILED, nanos);
        failures.computeIfAbsent(kind, unused -> new LongAdder()).increment();
    }

    /** How a fan's sale ended. */
    public void ended(String outcome) {
        outcomes.computeIfAbsent(outcome, unused -> new LongAdder()).increment();
    }

    /** Seats that were paid for and confirmed. */
    public void sold(long nanos, Iterable<Long> seats) {
        for (long seat : seats) {
            mark(SaleMark.SOLD, nanos);
            if (!sold.add(seat)) {
                soldTwice.add(seat);
            }
        }
    }

    /** Somebody of this kind has so many tickets. */
    public void tickets(String kind, int count) {
        tickets.computeIfAbsent(kind, unused -> new LongAdder()).add(count);
    }

    /** Somebody of this kind was asked to solve a challenge. */
    public void asked(String kind) {
        asked.computeIfAbsent(kind, unused -> new LongAdder()).increment();
    }

    public int count(SaleMark mark) {
        return Arrays.stream(perSecond(mark, MOST_SECONDS)).sum();
    }

    /** In each of the first so many seconds. */
    int[] perSecond(SaleMark mark, int seconds) {
        return IntStream.range(0, Math.min(seconds, MOST_SECONDS))
                .map(counts(mark)::get)
                .toArray();
    }

    private AtomicIntegerArray counts(SaleMark mark) {
        return Objects.requireNonNull(marks.get(mark));
    }

    /** How many are in the line now. */
    public int waiting() {
        return count(SaleMark.JOINED) - count(SaleMark.ADMITTED) - count(SaleMark.GAVE_UP_WAITING);
    }

    public Set<Long> soldTwice() {
        return Set.copyOf(soldTwice);
    }

    /** Different seats. */
    public int seatsSold() {
        return sold.size();
    }

    Map<String, LatencyHistogram> times() {
        return new TreeMap<>(times);
    }

    /** In milliseconds. */
    double waits(double share) {
        return waits.millis(share);
    }

    Map<String, Long> refusals() {
        return sums(refusals);
    }

    Map<String, Long> failures() {
        return sums(failures);
    }

    /** Fans by how their sale ended. */
    public Map<String, Long> outcomes() {
        return sums(outcomes);
    }

    /** Tickets by the kind of who has them. */
    public Map<String, Long> tickets() {
        return sums(tickets);
    }

    Map<String, Long> asked() {
        return sums(asked);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().sum(), Long::sum, TreeMap::new));
    }
}
