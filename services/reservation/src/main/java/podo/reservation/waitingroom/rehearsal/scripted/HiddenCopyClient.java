package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Inventory: hidden copies of halls. */
public interface HiddenCopyClient {

    /** @param seats at most */
    record Copy(long eventId, int seats, int seatsPerFan) {}

    record LaidOut(int seats) {}

    record Wish(long fanId, List<Long> seatIds, String passId, Instant passUntil) {}

    record Held(String holdId) {}

    @PostExchange("/internal/hidden-copies/{copyId}")
    LaidOut lay(@PathVariable long copyId, @RequestBody Copy copy);

    @GetExchange("/internal/hidden-copies/{copyId}/seats")
    List<Long> freeSeats(@PathVariable long copyId);

    /** 409 when somebody has one of them. */
    @PostExchange("/internal/hidden-copies/{copyId}/holds")
    Held hold(@PathVariable long copyId, @RequestBody Wish wish);

    @DeleteExchange("/internal/hidden-copies/{copyId}/holds/{holdId}")
    void release(@PathVariable long copyId, @PathVariable String holdId);

    @DeleteExchange("/internal/hidden-copies/{copyId}")
    void remove(@PathVariable long copyId);
}
