package podo.reservation.waitingroom.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How finely samples are kept by their age. Each step is a ring of slots: a sample is written into the slot of its time in every ring,
 * over what was there one round before. So the number of samples is bounded, old ones are thinned out without being read, and of two
 * samples in one interval the later one stays.
 */
enum SampleStep {
    /** Five seconds, as in {@code tick.lua}; a quarter of an hour back. */
    FINE('s', Duration.ofSeconds(5), 180),
    /** A day back. */
    MINUTE('m', Duration.ofMinutes(1), 1_440),
    /** Thirty days back. */
    HOUR('h', Duration.ofHours(1), 720);

    private final char prefix;
    private final Duration width;
    private final int slots;

    SampleStep(char prefix, Duration width, int slots) {
        this.prefix = prefix;
        this.width = width;
        this.slots = slots;
    }

    /** The fields that a sample of this time is written into. */
    static List<String> fieldsOf(Instant at) {
        return List.of(FINE.field(at), MINUTE.field(at), HOUR.field(at));
    }

    static SampleStep ofField(String field) {
        return switch (field.charAt(0)) {
            case 's' -> FINE;
            case 'm' -> MINUTE;
            default -> HOUR;
        };
    }

    /** How long a sample is kept in this ring. */
    Duration reach() {
        return width.multipliedBy(slots);
    }

    /** Whether a sample of this ring belongs to this round of it; older ones are what nobody has overwritten since. */
    boolean covers(Instant at, Instant now) {
        return at.isAfter(now.minus(reach()));
    }

    /** The fields of all slots from {@code from} to {@code to}, at most the whole ring. */
    List<String> fields(Instant from, Instant to) {
        long last = number(to);
        return LongStream.rangeClosed(Math.max(number(from), last - slots + 1), last)
                .mapToObj(this::field)
                .toList();
    }

    private String field(Instant at) {
        return field(number(at));
    }

    private String field(long number) {
        return prefix + Long.toString(Math.floorMod(number, slots));
    }

    private long number(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), width.toMillis());
    }
}
