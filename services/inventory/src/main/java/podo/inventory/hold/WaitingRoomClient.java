package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** The line's rooms, which want to know that a fan inside is still there, and who came without a pass. */
interface WaitingRoomClient {

    /** @param busyUntil the end of the fan's hold, or now when there is none */
    record Sign(long eventId, long fanId, Instant busyUntil, String passId, Instant passUntil) {}

    /** @param gone passes that have no slot any more */
    record Slots(List<String> gone) {}

    /** @param reason a few words in kebab case */
    record Attempt(long eventId, long fanId, String reason) {}

    @PostExchange("/internal/rooms/signs")
    Slots signs(@RequestBody List<Sign> signs);

    @PostExchange("/internal/rooms/refusals")
    void refused(@RequestBody List<Attempt> attempts);
}
