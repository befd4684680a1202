package podo.web.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all processes at one moment. Gauges are read from the database or Redis, so each instance says the same and the largest
 * counts; counters are a process's own and are added up.
 */
final class SaleFigures {

    private static final double OLD_OUTBOX_SECONDS = 30;
    private static final double OLD_AUDIT_SECONDS = 900;

    private final List<ProcessReading> readings;
    private final Instant at;
    private final @Nullable SaleFigures before;

    /** @param before an earlier moment, for rates; null when there is none */
    SaleFigures(List<ProcessReading> readings, Instant at, @Nullable SaleFigures before) {
        this.readings = readings;
        this.at = at;
        this.before = before == null ? null : before.withoutBefore();
    }

    private SaleFigures withoutBefore() {
        return new SaleFigures(readings, at, null);
    }

    Instant at() {
        return at;
    }

    List<Tile> tiles() {
        Double outboxAge = largest("podo.outbox.age");
        Double throttle = fold("podo.line.throttle", Math::min);
        Double mails = largest("podo.mails.waiting");
        return List.of(
                Tile.of("waiting", whole(largest("podo.line.waiting")), ""),
                Tile.of("inside", whole(largest("podo.line.inside")), ""),
                counter("admitted", "podo.line.admitted", false),
                Tile.of("throttle", percent(throttle), throttle != null && throttle < 1 ? "warn" : ""),
                Tile.of("held", whole(largest("podo.seats.held")), ""),
                counter("lost", "podo.holds{outcome=seats-taken}", false),
                counter("challenged", "podo.challenges{outcome=asked}", false),
                counter("paid", "podo.payments{result=paid}", false),
                Tile.of("checking", whole(largest("podo.payment.checking")), ""),
                counter("declined", "podo.payments{result=declined}", false),
                badIfAny("unresolved", largest("podo.payment.unresolved")),
                Tile.of("outbox", seconds(outboxAge), outboxAge != null && outboxAge > OLD_OUTBOX_SECONDS ? "bad" : ""),
                badIfAny("letters", total("podo.dead.letters")),
                audit(),
                Tile.of("mails", whole(mails), ""));
    }

    private Tile audit() {
        Double findings = largest("podo.audit.findings");
        Double age = fold("podo.audit.age", Math::min);
        if (findings == null) {
            return Tile.of("audit", null, "");
        }
        String tone = findings > 0 ? "bad" : age != null && age > OLD_AUDIT_SECONDS ? "warn" : "ok";
        return Tile.of("audit", whole(findings), tone);
    }

    private static Tile badIfAny(String name, @Nullable Double value) {
        return Tile.of(name, whole(value), value != null && value > 0 ? "bad" : "");
    }

    private Tile counter(String name, String figure, boolean bad) {
        Double now = total(figure);
        return new Tile(name, whole(now), rate(figure, now), bad && now != null && now > 0 ? "bad" : "");
    }

    /** Per second since the moment before; null when a process has begun anew since. */
    private @Nullable String rate(String figure, @Nullable Double now) {
        Double earlier = before == null ? null : before.total(figure);
        if (before == null || now == null || earlier == null || now < earlier) {
            return null;
        }
        double seconds = Duration.between(before.at, at).toMillis() / 1000.0;
        return seconds <= 0 ? null : String.format(Locale.ROOT, "%.1f", (now - earlier) / seconds);
    }

    private @Nullable Double largest(String figure) {
        return fold(figure, Math::max);
    }

    /** Of a figure with all its tags, when it is named without them. */
    private @Nullable Double total(String figure) {
        return fold(figure, Double::sum);
    }

    private @Nullable Double fold(String figure, DoubleBinaryOperator join) {
        Double joined = null;
        for (ProcessReading reading : readings) {
            for (var entry : reading.figures().entrySet()) {
                if (entry.getKey().equals(figure) || entry.getKey().startsWith(figure + "{")) {
                    joined = joined == null ? entry.getValue() : join.applyAsDouble(joined, entry.getValue());
                }
            }
        }
        return joined;
    }

    private static @Nullable String whole(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    private static @Nullable String percent(@Nullable Double value) {
        return value == null ? null : Math.round(value * 100) + " %";
    }

    private static @Nullable String seconds(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.1f s", value);
    }
}
