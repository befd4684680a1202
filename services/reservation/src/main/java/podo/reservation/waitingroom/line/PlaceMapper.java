package podo.reservation.waitingroom.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.estimate.PollInterval;
import podo.reservation.waitingroom.estimate.WaitEstimate;
import podo.reservation.waitingroom.estimate.WaitEstimates;
import podo.reservation.waitingroom.receipt.PlaceReceipt;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.script.FanStanding;

/** Makes a {@link Place} of a standing: the expected wait, and when to ask again. */
@Component
class PlaceMapper {

    private final WaitEstimates estimates;
    private final RecoveryReceipts receipts;
    private final SeatsLeft seatsLeft;
    private final PollInterval polls;
    private final Clock clock;

    PlaceMapper(
            WaitEstimates estimates, RecoveryReceipts receipts, SeatsLeft seatsLeft, PollInterval polls, Clock clock) {
        this.estimates = estimates;
        this.receipts = receipts;
        this.seatsLeft = seatsLeft;
        this.polls = polls;
        this.clock = clock;
    }

    Place place(Room room, long fanId, FanStanding standing) {
        LineState state = LineState.valueOf(standing.outcome().name());
        String ticketId = standing.ticketId();
        long number = standing.number();
        long ahead = standing.ahead();
        SeatsLeft.Count seats = seatsLeft.last(room.showId());
        WaitEstimate.Wait wait = expectedWait(room, state, ahead);
        return new Place(
                state,
                number == 0 ? null : number,
                number == 0 ? null : state == LineState.WAITING ? Long.valueOf(ahead + 1) : Long.valueOf(0),
                ahead,
                standing.behind(),
                standing.serving(),
                wait == null ? null : Long.valueOf(wait.expected()),
                wait == null ? null : wait.range(),
                pollAfter(room, state, standing, wait),
                instant(standing.offerUntil()),
                instant(standing.passUntil()),
                ticketId.isEmpty() ? null : ticketId,
                ticketId.isEmpty() ? null : receipts.sign(new PlaceReceipt(room.eventId(), fanId, ticketId, number)),
                seats.grades(),
                state == LineState.WAITING && seats.sellable() >= 0 && ahead >= seats.sellable(),
                room.mode() == Room.Mode.PAUSED,
                room.mode() == Room.Mode.DRAINING,
                state == LineState.CLOSED ? endOf(room, seats, clock.instant()) : null,
                room.presaleOf() == null
                        ? null
                        : new Place.OfPresale(-room.eventId(), room.onSaleAt(), room.salesEndAt()));
    }

    /** Why a closed line is closed. */
    static LineEnd endOf(Room room, SeatsLeft.Count seats, Instant now) {
        if (room.isOverAt(now)) {
            return room.cancelled() ? LineEnd.EVENT_CANCELLED : LineEnd.SALE_OVER;
        }
        return room.mode() == Room.Mode.OPEN && seats.sellable() == 0 ? LineEnd.SOLD_OUT : LineEnd.LINE_CLOSED;
    }

    private WaitEstimate.@Nullable Wait expectedWait(Room room, LineState state, long ahead) {
        return switch (state) {
            case CLOSED -> null;
            case OFFERED, ENTERED -> WaitEstimate.Wait.exactly(0);
            case LOBBY ->
                WaitEstimate.Wait.exactly(Math.max(
                        0, Duration.between(clock.instant(), room.onSaleAt()).toSeconds()));
            case WAITING -> room.mode() == Room.Mode.OPEN ? estimates.waitBehind(room.eventId(), ahead) : null;
        };
    }

    private long pollAfter(Room room, LineState state, FanStanding standing, WaitEstimate.@Nullable Wait wait) {
        return switch (state) {
            case LOBBY ->
                polls.beforeSale(
                        Duration.between(clock.instant(), room.onSaleAt()).toSeconds());
            case WAITING ->
                polls.waiting(
                        standing.ahead(),
                        standing.ahead() + 1 + standing.behind(),
                        wait == null ? null : Long.valueOf(wait.expected()));
            case OFFERED -> polls.offered();
            case ENTERED -> polls.inside();
            case CLOSED -> polls.closed();
        };
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
