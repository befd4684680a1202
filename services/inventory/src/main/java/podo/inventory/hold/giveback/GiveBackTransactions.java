package podo.inventory.hold.giveback;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.inventory.hold.HeldArea;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.giveback.SeatGiveBack.State;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;

/**
 * Opens, claims and withdraws give-backs. Locks the hold that claims one, then the giver's hold, then the give-back, then the row of the sale,
 * as the sale of a claim does, so each of two that come at once sees what the other did.
 */
@Component
class GiveBackTransactions {

    /** What became of a request. */
    enum Result {
        DONE,
        /** The seat is not sold to that order. */
        NOT_OWNED,
        /** Another fan's claim is alive, or is being paid. */
        TAKEN,
        /** The give-back has ended. */
        OVER,
        /** The fan has as many seats as the event allows. */
        TOO_MANY_SEATS
    }

    /** @param hold the claim, with its end; null when there is none */
    record Claimed(Result result, @Nullable Hold hold) {}

    private final Holds holds;
    private final GiveBackRows rows;
    private final HoldSettings settings;
    private final Clock clock;

    GiveBackTransactions(Holds holds, GiveBackRows rows, HoldSettings settings, Clock clock) {
        this.holds = holds;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** A repeat with the same id answers the same. An older give-back of the seat ends, unless a fan is paying for it. */
    @Transactional
    public Result open(GiveBackRequest request) {
        Optional<SeatGiveBack> known = rows.find(request.giveBackId());
        if (known.isPresent()) {
            return known.get().isOpen() ? Result.DONE : Result.OVER;
        }
        Optional<SeatGiveBack> older = rows.findOpenOf(request.seatId());
        if (older.isPresent() && withdraw(older.get().id(), false) == Withdrawn.PAYMENT_RUNNING) {
            return Result.TAKEN;
        }
        Hold giver = holds.lock(request.holdId())
                .filter(hold -> request.orderId().equals(hold.orderId()))
                .orElse(null);
        if (giver == null || !rows.isSoldTo(request.orderId(), request.seatId())) {
            return Result.NOT_OWNED;
        }
        rows.insert(new SeatGiveBack(
                request.giveBackId(),
                giver.eventId(),
                request.seatId(),
                giver.id(),
                request.orderId(),
                priceIn(giver, request),
                rows.heldAt(giver.id()),
                State.OPEN,
                null));
        return Result.DONE;
    }

    /** The price that was agreed for the seat; holds of old versions kept only their total. */
    private static long priceIn(Hold giver, GiveBackRequest request) {
        int place = giver.ids().indexOf(request.seatId());
        return place < 0 || giver.prices().size() <= place
                ? request.price()
                : giver.prices().get(place);
    }

    /**
     * Holds the seat for this fan, unless another one's claim is alive. A repeat with the same hold id answers the same.
     *
     * @param areaId of a place; null for a seat
     */
    @Transactional
    public Claimed claim(String id, ClaimRequest request, Hall hall, @Nullable Long areaId) {
        SeatGiveBack seen = rows.find(id).orElse(null);
        if (seen == null || !seen.isOpen()) {
            return new Claimed(Result.OVER, null);
        }
        if (seen.claimHold() != null) {
            Hold earlier = holds.lock(seen.claimHold()).orElseThrow();
            if (earlier.id().equals(request.holdId())) {
                return new Claimed(Result.DONE, earlier);
            }
            switch (earlier.seenAt(clock.instant())) {
                case HELD, PINNED -> {
                    return new Claimed(Result.TAKEN, null);
                }
                case SOLD -> {
                    return new Claimed(Result.OVER, null);
                }
                default -> {}
            }
        }
        holds.lock(seen.giverHold());
        if (!isUnchanged(seen)) {
            return new Claimed(Result.TAKEN, null);
        }
        Instant end = earlier(request.until(), hall.salesEndAt()).truncatedTo(ChronoUnit.MILLIS);
        if (hall.cancelled() || !end.isAfter(clock.instant()) || !rows.isSoldTo(seen.giverOrder(), seen.seatId())) {
            rows.withdraw(id);
            return new Claimed(Result.OVER, null);
        }
        Hold claim = claimOf(seen, request, areaId, end);
        if (holds.open(List.of(new HoldDraft(claim, null)), hall).isEmpty()) {
            boolean isFull = holds.countSeats(request.fanId(), seen.eventId()) + 1 > hall.seatsPerFan();
            return new Claimed(isFull ? Result.TOO_MANY_SEATS : Result.TAKEN, null);
        }
        rows.setClaim(id, claim.id());
        return new Claimed(Result.DONE, claim);
    }

    private Hold claimOf(SeatGiveBack given, ClaimRequest request, @Nullable Long areaId, Instant end) {
        List<Long> ids = List.of(given.seatId());
        boolean isSeat = areaId == null;
        return new Hold(
                request.holdId(),
                given.eventId(),
                request.fanId(),
                isSeat ? ids : List.of(),
                areaId == null ? List.of() : List.of(new HeldArea(areaId, ids)),
                List.of(given.price()),
                given.price(),
                Hold.Status.HELD,
                end,
                Hold.passOfGiveBack(given.id()),
                end.plus(settings.beforePassEnds()),
                0,
                null);
    }

    /** How an attempt to withdraw ended. */
    enum Withdrawn {
        WITHDRAWN,
        /** The seat belongs to the buyer. */
        SOLD,
        /** A fan is paying; only without force. */
        PAYMENT_RUNNING
    }

    /**
     * Ends it, and the claim with it. With force also while a fan pays: then the payment finds the seat gone and is refunded.
     */
    @Transactional
    public Withdrawn withdraw(String id, boolean force) {
        SeatGiveBack seen = rows.find(id).orElse(null);
        if (seen == null || !seen.isOpen()) {
            return seen != null && seen.state() == State.SOLD ? Withdrawn.SOLD : Withdrawn.WITHDRAWN;
        }
        Hold claim =
                seen.claimHold() == null ? null : holds.lock(seen.claimHold()).orElseThrow();
        if (!isUnchanged(seen)) {
            if (rows.find(id).map(SeatGiveBack::state).orElse(State.OPEN) != State.OPEN) {
                return rows.find(id).orElseThrow().state() == State.SOLD ? Withdrawn.SOLD : Withdrawn.WITHDRAWN;
            }
            throw new PessimisticLockingFailureException("the give-back was claimed meanwhile");
        }
        if (claim != null) {
            if (!force && claim.seenAt(clock.instant()) == Hold.Status.PINNED) {
                return Withdrawn.PAYMENT_RUNNING;
            }
            holds.release(claim.id());
        }
        rows.withdraw(id);
        return Withdrawn.WITHDRAWN;
    }

    /** Locks it; false when somebody claimed, sold or withdrew it since it was read. */
    private boolean isUnchanged(SeatGiveBack seen) {
        return rows.lock(seen.id()).filter(seen::equals).isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
