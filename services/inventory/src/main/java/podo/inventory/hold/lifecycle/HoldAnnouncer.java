package podo.inventory.hold.lifecycle;

import java.util.List;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.inventory.area.AreaAnnouncer;
import podo.inventory.hold.Hold;
import podo.inventory.hold.line.ActivityReporter;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;

/** Announces after the commit what became of a hold: to those who watch the seat map, and to the waiting line. */
@Component
public class HoldAnnouncer {

    private final SeatChangePublisher seatChanges;
    private final AreaAnnouncer areas;
    private final ActivityReporter activity;

    public HoldAnnouncer(SeatChangePublisher seatChanges, AreaAnnouncer areas, ActivityReporter activity) {
        this.seatChanges = seatChanges;
        this.areas = areas;
        this.activity = activity;
    }

    /** The hold is new or has a new end. */
    public void announceHeld(Hold hold) {
        if (hold.giveBackId().isPresent()) {
            return; // everybody sees the seat as sold, and no place in the line is taken
        }
        seatChanges.publish(hold.eventId(), SeatChange.all(hold.seatIds(), SeatState.HELD, hold.heldUntil()));
        areas.announce(hold.eventId(), hold.areaIds());
        if (!hold.isOfBoxOffice()) {
            activity.reportBusy(hold);
        }
    }

    /** The fan gave the seats back. */
    void announceReleased(Hold hold, List<SeatChange> changes) {
        if (hold.giveBackId().isPresent()) {
            return;
        }
        seatChanges.publish(hold.eventId(), changes);
        areas.announce(hold.eventId(), hold.areaIds());
        if (!hold.isOfBoxOffice()) {
            activity.reportIdle(hold);
        }
    }
}
