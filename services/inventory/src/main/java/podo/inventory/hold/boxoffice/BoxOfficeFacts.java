package podo.inventory.hold.boxoffice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaLook;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.Hold;
import podo.inventory.hold.attempt.PlaceIds;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;

/** What a sale at the desk has to know: the hall as it is now, an earlier hold of the same id, ids of places, and what is left of areas. */
@Component
class BoxOfficeFacts {

    private final Halls halls;
    private final Holds holds;
    private final AreaPlaces places;
    private final PlaceIds placeIds;

    BoxOfficeFacts(Halls halls, Holds holds, AreaPlaces places, PlaceIds placeIds) {
        this.halls = halls;
        this.holds = holds;
        this.places = places;
        this.placeIds = placeIds;
    }

    Hall hall(long eventId) {
        return halls.latest(eventId);
    }

    @Nullable
    Hold findHold(String id) {
        return holds.find(id).orElse(null);
    }

    List<Long> placeIds(long eventId, int count) {
        return placeIds.next(eventId, count);
    }

    /** By area. */
    Map<Long, Integer> left(BoxOfficeHoldRequest request) {
        return places
                .look(request.places().stream()
                        .map(BoxOfficeHoldRequest.Places::areaId)
                        .toList())
                .values()
                .stream()
                .collect(Collectors.toMap(AreaLook::areaId, AreaLook::available));
    }
}
