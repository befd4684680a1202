package podo.reservation.waitingroom.rehearsal.scripted;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes hidden copies whose rehearsal died with its process. */
@Component
class HiddenRoomSweeper {

    private static final Logger log = LoggerFactory.getLogger(HiddenRoomSweeper.class);

    private final HiddenRooms rooms;
    private final ScriptedRehearsals rehearsals;

    HiddenRoomSweeper(HiddenRooms rooms, ScriptedRehearsals rehearsals) {
        this.rooms = rooms;
        this.rehearsals = rehearsals;
    }

    /** At a fixed rate, hence in a thread of its own: it waits for some ticks. */
    @Scheduled(fixedRateString = "${podo.hidden-copies.sweep:30s}")
    void sweep() {
        for (long copyId : rooms.findAbandoned()) {
            rehearsals.remove(copyId);
            log.info("Removed the room of the hidden copy {}, whose rehearsal did not end", copyId);
        }
    }
}
