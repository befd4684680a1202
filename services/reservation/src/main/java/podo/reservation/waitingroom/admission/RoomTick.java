package podo.reservation.waitingroom.admission;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.TickCommand;
import podo.reservation.waitingroom.script.TickResult;
import podo.reservation.waitingroom.throttle.AdmissionThrottle;

/** One tick of one room: admits fans as far as rate, cap, seats and health allow. */
@Component
class RoomTick {

    /** How long nothing is due in a room whose sale is over. */
    private static final Duration SALE_IS_OVER = Duration.ofDays(1);

    private final AdmissionScripts scripts;
    private final TickFollowUp followUp;
    private final SeatsLeft seatsLeft;
    private final IdleRooms idleRooms;
    private final AdmissionThrottle throttle;
    private final RoomSettings settings;
    private final Clock clock;

    RoomTick(
            AdmissionScripts scripts,
            TickFollowUp followUp,
            SeatsLeft seatsLeft,
            IdleRooms idleRooms,
            AdmissionThrottle throttle,
            RoomSettings settings,
            Clock clock) {
        this.scripts = scripts;
        this.followUp = followUp;
        this.seatsLeft = seatsLeft;
        this.idleRooms = idleRooms;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    void run(Room room) {
        SeatsLeft.Count seats =
                idleRooms.isQuiet(room) ? seatsLeft.refreshIdle(room.showId()) : seatsLeft.refresh(room.showId());
        double health = throttle.refresh();
        long wakeUpsBefore = idleRooms.wakeUps();
        TickResult result = scripts.tick(room.eventId(), command(room, seats, health));
        Metrics.counter("podo.line.ticks", "word", result.outcome().name()).increment();
        switch (result.outcome()) {
            case NO_ROOM -> {
                if (!followUp.createOrRebuild(room) && room.isOverAt(clock.instant())) {
                    idleRooms.rest(room, SALE_IS_OVER, wakeUpsBefore);
                }
            }
            case LOBBY -> idleRooms.rest(room, result.untilDraw(), wakeUpsBefore);
            case DRAW -> followUp.draw(room, result.lobby());
            case TICKED, TAKEN -> {
                followUp.moved(room, result.moved(), seats.sellable(), health);
                if (result.moved().isIdle()) {
                    idleRooms.rest(room, untilSaleEnds(room), wakeUpsBefore);
                } else {
                    idleRooms.wake(room.eventId());
                }
            }
        }
    }

    private TickCommand command(Room room, SeatsLeft.Count seats, double health) {
        boolean isUnknown = room.mode() == Room.Mode.OPEN && seats == SeatsLeft.Count.UNKNOWN;
        return new TickCommand(
                settings.tick().toMillis(),
                room.rate(),
                room.cap(),
                seats.sellable(),
                settings.allowedInside(seats.sellable()),
                settings.silenceInLine().toMillis(),
                isUnknown ? "UNKNOWN" : room.mode().name(),
                health,
                room.mode() == Room.Mode.CLOSED || room.isOverAt(clock.instant()),
                room.lobbyOpensAt().toEpochMilli(),
                room.onSaleAt().toEpochMilli(),
                settings.silenceInLobby().toMillis());
    }

    private Duration untilSaleEnds(Room room) {
        Instant now = clock.instant();
        return room.isOverAt(now) ? SALE_IS_OVER : Duration.between(now, room.salesEndAt());
    }
}
