package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.estimate.WaitEstimate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a standing into what a fan is told: how long it will take, and when to ask again. */
@Component
public class PlaceMapper {

    private final Map<Long, WaitEstimate> paces = new ConcurrentHashMap<>();
    private final RecoveryReceipts receipts;
    private final SeatsLeft seatsLeft;
    private final RoomSettings settings;
    private final Clock clock;

    PlaceMapper(RecoveryReceipts receipts, SeatsLeft seatsLeft, RoomSettings settings, Clock clock) {
        this.receipts = receipts;
        this.seatsLeft = seatsLeft;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the last tick showed, whoever took it. */
    public void moved(Room room, LineScripts.Reply tick, long sellable, double health) {
        paces.compute(
                room.eventId(), (event, before) -> WaitEstimate.after(before, tick, room, sellable, health, settings));
    }

    Place of(Room room, long fanId, LineScripts.Reply standing) {
        Place.State state = Place.State.valueOf(standing.word());
        String ticketId = standing.text(1);
        long number = standing.number(2);
        long ahead = standing.number(3);
        SeatsLeft.Count seats = seatsLeft.last(room.eventId());
        WaitEstimate.Wait wait = wait(room, state, ahead);
        return new Place(
                state,
                number == 0 ? null : number,
                number == 0 ? null : state == Place.State.WAITING ? Long.valueOf(ahead + 1) : Long.valueOf(0),
                ahead,
                standing.number(4),
                standing.number(5),
                wait == null ? null : Long.valueOf(wait.expected()),
                wait == null ? null : wait.range(),
                pollAfter(room, state, ahead),
                instant(standing.number(6)),
                instant(standing.number(8)),
                ticketId.isEmpty() ? null : ticketId,
                ticketId.isEmpty()
                        ? null
                        : receipts.sign(new RecoveryReceipts.Receipt(room.eventId(), fanId, ticketId, number)),
                seats.grades(),
                state == Place.State.WAITING && seats.sellable() >= 0 && ahead >= seats.sellable(),
                room.mode() == Room.Mode.PAUSED,
                room.mode() == Room.Mode.DRAINING);
    }

    private WaitEstimate.@Nullable Wait wait(Room room, Place.State state, long ahead) {
        return switch (state) {
            case CLOSED -> null;
            case OFFERED, ENTERED -> WaitEstimate.Wait.exactly(0);
            case LOBBY ->
                WaitEstimate.Wait.exactly(Math.max(
                        0, Duration.between(clock.instant(), room.onSaleAt()).toSeconds()));
            case WAITING -> room.mode() == Room.Mode.OPEN ? behind(room, ahead) : null;
        };
    }

    private WaitEstimate.@Nullable Wait behind(Room room, long ahead) {
        WaitEstimate pace = paces.get(room.eventId());
        return pace == null ? null : pace.behind(ahead);
    }

    /** 2 s with fewer than 200 ahead, 5 s with fewer than 2,000, 10 s beyond; a fifth more or less by chance. */
    private long pollAfter(Room room, Place.State state, long ahead) {
        long base = switch (state) {
            case OFFERED -> 2_000;
            case ENTERED -> 10_000;
            case CLOSED -> 30_000;
            case WAITING -> ahead < 200 ? 2_000 : ahead < 2_000 ? 5_000 : 10_000;
            case LOBBY -> {
                long left = Duration.between(clock.instant(), room.onSaleAt()).toMillis();
                yield left < 20_000 ? 2_000 : 10_000;
            }
        };
        return (long) (base * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
