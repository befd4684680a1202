package podo.web.calls;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The levers of a line, for the organiser of its event (reservation service). */
public interface RoomClient {

    /** @param rate fans per second; {@code cap} fans inside at once; mode OPEN, PAUSED, DRAINING or CLOSED */
    record Levers(int rate, int cap, String mode) {}

    record Panel(Levers levers, LineStatus pulse) {}

    /** How often one fan was refused for one reason within one hour. */
    record Refused(long fanId, String reason, int times, Instant lastAt) {}

    @GetExchange("/api/events/{eventId}/room")
    Panel panel(@PathVariable long eventId);

    @PutExchange("/api/events/{eventId}/room")
    Panel steer(@PathVariable long eventId, @RequestBody Levers levers);

    /** The latest first, 200 at most. */
    @GetExchange("/api/events/{eventId}/room/refusals")
    List<Refused> refusals(@PathVariable long eventId);
}
