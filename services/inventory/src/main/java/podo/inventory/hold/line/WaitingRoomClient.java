package podo.inventory.hold.line;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import podo.contracts.reservation.RefusedEntry;

/** Reservation's internal endpoints about fans who were let in, or were refused. */
public interface WaitingRoomClient {

    /** @param busyUntil the end of the fan's hold, or now without one */
    record Activity(long eventId, long fanId, Instant busyUntil, String passId, Instant passUntil) {}

    /** @param gone ids of reported passes that have no slot any more */
    record Slots(List<String> gone) {}

    @PostExchange("/internal/rooms/signs")
    Slots reportActivity(@RequestBody List<Activity> activities);

    @PostExchange("/internal/rooms/refusals")
    void reportRefused(@RequestBody List<RefusedEntry> entries);
}
