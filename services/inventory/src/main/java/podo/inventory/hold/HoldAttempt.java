package podo.inventory.hold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.seat.Hall;
import podo.starter.problem.Problem;
import podo.starter.security.NoPass;

/** One try to take seats: past the doorman to the judge. */
@Component
class HoldAttempt {

    private final HoldStrategySelector strategies;
    private final HoldRules rules;
    private final GroupCommit commits;
    private final Holds holds;
    private final HeldSeats seats;
    private final HoldSettings settings;
    private final Clock clock;

    HoldAttempt(
            HoldStrategySelector strategies,
            HoldRules rules,
            GroupCommit commits,
            Holds holds,
            HeldSeats seats,
            HoldSettings settings,
            Clock clock) {
        this.strategies = strategies;
        this.rules = rules;
        this.commits = commits;
        this.holds = holds;
        this.seats = seats;
        this.settings = settings;
        this.clock = clock;
    }

    /** The hold that this very request got before: its answer may have been lost with the process that gave it. */
    Optional<Hold> before(HoldRequest wish) {
        String key = key(wish);
        return key == null ? Optional.empty() : holds.asked(wish.fanId(), key);
    }

    /** A new hold; {@link SeatsTaken}, {@link TooManySeats}, {@link HallChanged}, or the ledger's NotAwarded, worth another try. */
    Hold take(HoldRequest wish, Hall hall) {
        return strategies.doorman().admit(wish, rivals -> judged(wish, hall, rivals));
    }

    private Hold judged(HoldRequest wish, Hall hall, boolean withRivals) {
        rules.checkNeighbours(wish, hall);
        try {
            HoldDraft draft = new HoldDraft(hold(wish, hall), key(wish));
            if (!commits.take(draft, hall, withRivals)) {
                throw refusal(wish, hall);
            }
            return draft.hold();
        } catch (HoldTransactions.NotAwarded e) {
            List<TakenSeat> taken = seats.taken(wish.seatIds());
            if (taken.isEmpty()) {
                throw e;
            }
            throw SeatsTaken.seen(taken);
        }
    }

    /** The same refusal; where rivals kept the fan from the seats it names only those that are taken now, if any are. */
    Problem named(Problem refused, HoldRequest wish) {
        if (!(refused instanceof SeatsTaken lost)
                || !lost.isGuess()
                || wish.seatIds().size() == 1) {
            return refused;
        }
        List<TakenSeat> taken = seats.taken(wish.seatIds());
        return taken.isEmpty() ? refused : SeatsTaken.seen(taken);
    }

    private RuntimeException refusal(HoldRequest wish, Hall hall) {
        int already = holds.seatsOf(wish.fanId(), wish.eventId());
        return already + wish.seatIds().size() > hall.seatsPerFan()
                ? new TooManySeats(hall.seatsPerFan())
                : new HallChanged();
    }

    private Hold hold(HoldRequest wish, Hall hall) {
        Instant now = clock.instant();
        Instant until =
                earlier(now.plus(settings.time()), wish.pass().expiresAt().minus(settings.beforePassEnds()));
        if (!until.isAfter(now)) {
            throw new NoPass();
        }
        long total = wish.seatIds().stream()
                .mapToLong(id -> hall.grade(hall.seat(id).orElseThrow()).price())
                .sum();
        return new Hold(
                HoldIds.next(),
                wish.eventId(),
                wish.fanId(),
                wish.seatIds(),
                total,
                Hold.Status.HELD,
                until,
                wish.pass().id(),
                wish.pass().expiresAt(),
                0,
                null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The request's key together with what it asked for: another body under the same key is another request. */
    private static @Nullable String key(HoldRequest wish) {
        if (wish.requestKey() == null) {
            return null;
        }
        try {
            byte[] request = (wish.requestKey() + '\n' + wish.seatIds()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
