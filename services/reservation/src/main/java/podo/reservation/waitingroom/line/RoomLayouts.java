package podo.reservation.waitingroom.line;

import java.time.Duration;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.estimate.SlotLifeTable;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.script.RoomLayout;
import podo.reservation.waitingroom.script.RoomScripts;

/** Creates a room in Redis from its row and the settings. */
@Component
class RoomLayouts {

    private static final Duration KEPT_AFTER_THE_SALE = Duration.ofDays(7);

    private final RoomScripts scripts;
    private final RoomSettings settings;

    RoomLayouts(RoomScripts scripts, RoomSettings settings) {
        this.scripts = scripts;
        this.settings = settings;
    }

    void create(Room room) {
        long highestNumber = Math.max(room.drawn(), room.reserved());
        scripts.layout(
                room.eventId(),
                new RoomLayout(
                        room.lobbyOpensAt().toEpochMilli(),
                        room.onSaleAt().toEpochMilli(),
                        settings.offer().toMillis(),
                        room.hasNumbers(),
                        highestNumber,
                        room.served(),
                        settings.silenceInside().toMillis(),
                        SlotLifeTable.width(settings.pass()).toMillis(),
                        highestNumber,
                        room.wasLaidOut(),
                        settings.rebuildGrace().toMillis(),
                        room.drawn(),
                        room.salesEndAt().plus(KEPT_AFTER_THE_SALE).toEpochMilli()));
    }
}
