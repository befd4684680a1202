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

    /** Places in one area. */
    public static HoldRequest places(long fanId, long eventId, long areaId, int count) {
        return mixed(fanId, eventId, List.of(), List.of(new AreaWish(areaId, count)), null);
    }

    public static HoldRequest mixed(
            long fanId, long eventId, List<Long> seatIds, List<AreaWish> areas, @Nullable String key) {
        return new HoldRequest(eventId, fanId, seatIds, areas, pass(fanId, eventId), key, false, null);
    }

    public static HoldRequest of(long fanId, long eventId, List<Long> seatIds, @Nullable String key) {
        return new HoldRequest(eventId, fanId, seatIds, pass(fanId, eventId), key, false, null);
    }

    private static EntryPass pass(long fanId, long eventId) {
        return new EntryPass(
                UUID.randomUUID().toString(), eventId, fanId, Instant.now().plus(Duration.ofMinutes(15)));
    }
}
