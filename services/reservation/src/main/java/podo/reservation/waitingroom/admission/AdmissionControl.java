package podo.reservation.waitingroom.admission;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;

/** Changes the levers of a room. They are in force at the next tick; until then nobody is admitted. */
@Component
public class AdmissionControl {

    private static final Logger log = LoggerFactory.getLogger(AdmissionControl.class);

    private final Rooms rooms;
    private final AdmissionScripts scripts;

    AdmissionControl(Rooms rooms, AdmissionScripts scripts) {
        this.rooms = rooms;
        this.scripts = scripts;
    }

    public void setLevers(long eventId, int rate, int cap, Room.Mode mode) {
        rooms.setLevers(eventId, rate, cap, mode);
        suspend(eventId);
    }

    /** Ends the line of a show that does not take place. */
    public void cancel(long eventId) {
        rooms.cancel(eventId);
        suspend(eventId);
    }

    private void suspend(long eventId) {
        try {
            scripts.suspend(eventId);
        } catch (DataAccessException e) {
            log.debug("Redis is away, so nobody is admitted anyway: {}", e.toString());
        }
    }
}
