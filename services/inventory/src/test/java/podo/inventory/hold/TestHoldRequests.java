package podo.inventory.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podo.inventory.Api;
import podo.starter.security.EntryPass;

/** Hold requests of test fans, with a pass that is valid for 15 min. */
public final class TestHoldRequests {

    private TestHoldRequests() {}

    public static HoldRequest byNewFan(long eventId, List<Long> seatIds) {
        return of(Api.newFan(), eventId, seatIds, null);
    }

    public static HoldRequest of(long fanId, long eventId, List<Long> seatIds, @Nullable String key) {
        EntryPass pass = new EntryPass(
                UUID.randomUUID().toString(), eventId, fanId, Instant.now().plus(Duration.ofMinutes(15)));
        return new HoldRequest(eventId, fanId, seatIds, pass, key, false, null);
    }
}
