package podo.web.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The controls of one event's line, for its organiser, at the reservation service. */
public interface RoomClient {

    /** @param rate admitted fans per second; {@code cap} is the number of fans inside at once, mode OPEN, PAUSED, DRAINING or CLOSED */
    record Levers(int rate, int cap, String mode) {}

    record LeverMembers(Map<String, Object> levers) {}

    record Panel(Levers levers, LineStatus pulse) {}

    /** How often one fan was refused for one reason within one hour. */
    record Refused(long fanId, String reason, int times, Instant lastAt) {}

    @GetExchange("/api/events/{eventId}/room")
    Panel get(@PathVariable long eventId);

    @PutExchange("/api/events/{eventId}/room")
    Panel change(@PathVariable long eventId, @RequestBody Map<String, Object> levers);

    /** The levers with all members, also those that this version does not know. */
    @GetExchange("/api/events/{eventId}/room")
    LeverMembers members(@PathVariable long eventId);

    /** The newest first, at most 200. */
    @GetExchange("/api/events/{eventId}/room/refusals")
    List<Refused> refusals(@PathVariable long eventId);
}
