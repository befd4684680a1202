package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canned responses about seats that are offered back: one that waits, one that was sold, and one that is held for the fan. */
final class GiveBackStubs {

    private GiveBackStubs() {}

    static void answer(FakeServices services, Instant now) {
        services.answer(
                "GET",
                "/api/give-backs",
                200,
                Map.of(
                        "giveBacks",
                        List.of(
                                giveBack("g-1", "WAITING", null, now),
                                giveBack("g-2", "OFFERED", null, now),
                                giveBack("g-3", "ENDED", "SOLD", now)),
                        "offers",
                        List.of(Map.of(
                                "id",
                                "h-9",
                                "holdId",
                                "h-9",
                                "event",
                                event(now),
                                "seat",
                                seat(71),
                                "price",
                                132_000,
                                "expiresAt",
                                now.plus(Duration.ofMinutes(12)).toString()))));
        services.answer("POST", "/api/reservations/*/give-backs", 201, List.of());
        services.answer("DELETE", "/api/give-backs/*", 204, Map.of());
    }

    private static Map<String, Object> giveBack(String id, String state, @Nullable String end, Instant now) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("id", id);
        given.put("reservationId", "r-2");
        given.put("event", event(now));
        given.put("seat", seat(69));
        given.put("price", 132_000);
        given.put("state", state);
        given.put("askedAt", now.toString());
        given.put("endsAt", now.plus(Duration.ofDays(6)).toString());
        given.put("endedAt", end == null ? null : now.toString());
        given.put("endedBecause", end);
        return given;
    }

    private static Map<String, Object> event(Instant now) {
        return Map.of(
                "id",
                6,
                "title",
                "달오름 투어",
                "venue",
                "한강홀",
                "startsAt",
                now.plus(Duration.ofDays(6)).toString());
    }

    private static Map<String, Object> seat(int seq) {
        return Map.of("id", 6_000_000 + seq, "section", "1층 A", "row", "4", "number", seq % 10, "grade", "VIP");
    }
}
