package podo.reservation.waitingroom.admission;

import org.springframework.stereotype.Component;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.draw.DrawProcess;
import podo.reservation.waitingroom.estimate.WaitEstimates;
import podo.reservation.waitingroom.history.RoomSampler;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.TickResult;

/** What the service does after a tick: create a missing room, draw a closed lobby, record the progress. */
@Component
class TickFollowUp {

    private final LineStateRecovery recovery;
    private final DrawProcess draws;
    private final WaitEstimates estimates;
    private final Rooms rooms;
    private final LineMeters meters;
    private final RoomSampler sampler;

    TickFollowUp(
            LineStateRecovery recovery,
            DrawProcess draws,
            WaitEstimates estimates,
            Rooms rooms,
            LineMeters meters,
            RoomSampler sampler) {
        this.recovery = recovery;
        this.draws = draws;
        this.estimates = estimates;
        this.rooms = rooms;
        this.meters = meters;
        this.sampler = sampler;
    }

    boolean createOrRebuild(Room room) {
        return recovery.createOrRebuild(room);
    }

    void draw(Room room, long closedList) {
        draws.draw(room, closedList);
    }

    void moved(Room room, TickResult.Progress progress, long sellable, double health) {
        if (!HiddenCopies.isOne(room.eventId())) {
            meters.ticked(room.eventId(), progress);
        }
        if (!HiddenCopies.isOne(room.eventId()) && room.presaleOf() == null) {
            sampler.ticked(room, progress); // the board of an event shows its own line over time
        }
        if (!room.isDrawn()) {
            draws.publishEmpty(room);
        }
        estimates.update(room, progress, sellable, health);
        if (progress.highestNumber() > room.highestNumber() || progress.serving() > room.served()) {
            rooms.recordProgress(room.eventId(), progress.highestNumber(), progress.serving());
        }
    }
}
