package podo.reservation.waitingroom.line;

import java.time.Instant;
import podo.contracts.reservation.LineEnd;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.room.Room;

/** Works out why a line is closed. */
final class LineEnds {

    private LineEnds() {}

    static LineEnd of(Room room, SeatsLeft.Count seats, Instant now) {
        if (room.isOverAt(now)) {
            return room.cancelled() ? LineEnd.EVENT_CANCELLED : LineEnd.SALE_OVER;
        }
        return room.mode() == Room.Mode.OPEN && seats.sellable() == 0 ? LineEnd.SOLD_OUT : LineEnd.LINE_CLOSED;
    }
}
