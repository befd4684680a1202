package podo.inventory.seat;

import org.springframework.stereotype.Component;
import podo.inventory.seat.Faces.Face;
import podo.inventory.seat.SeatMap.Picture;

/** The lasting half of the maps. */
@Component
class Layouts {

    /** @param version the hall's revision */
    record Layout(int version, Face json) {}

    private final SeatMaps maps;

    Layouts(SeatMaps maps) {
        this.maps = maps;
    }

    Layout of(long eventId) {
        Picture map = maps.now(eventId);
        return new Layout(map.hall().revision(), map.map().sheet().layout());
    }
}
