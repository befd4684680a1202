package podo.reservation.booking.order.boxoffice;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Inventory: holds of the box office. */
interface BoxOfficeHoldClient {

    record Places(long areaId, int count) {}

    record Wish(String holdId, long organiserId, long by, long buyerId, List<Long> seatIds, List<Places> places) {}

    record HeldPlaces(long areaId, List<Long> placeIds) {}

    /** @param unblocked seats that were blocked until now */
    record Taken(String holdId, List<HeldPlaces> areas, List<Long> unblocked) {}

    /** A repeat with the same hold answers the same; 409 when somebody has one of them. */
    @PostExchange("/internal/events/{eventId}/box-office/holds")
    Taken take(@PathVariable long eventId, @RequestBody Wish wish);

    /** @param block seats that are to be blocked again */
    @DeleteExchange("/internal/box-office/holds/{holdId}")
    void release(@PathVariable String holdId, @RequestParam(required = false) List<Long> block, @RequestParam long by);
}
