package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Canned responses of {@link FakeServices} about tickets in other hands: a link of the fan's that is open, and one that somebody sent. */
final class HandoverStubs {

    static final String SECRET = "s".repeat(43);

    private HandoverStubs() {}

    static void stub(FakeServices services) {
        services.answer("GET", "/api/tickets/received", 200, List.of());
        services.answer("GET", "/api/handovers", 200, List.of(handover("o-1", true, "OPEN", "")));
        Map<String, Object> made = handover("o-2", true, "OPEN", "");
        made.put("secret", SECRET);
        made.put("link", "http://localhost:8080/handover/" + SECRET);
        services.answer("POST", "/api/handovers", 201, made);
        services.answer("DELETE", "/api/handovers/o-1", 204, null);
        services.answer("POST", "/api/handovers/preview", 200, handover("o-3", false, "OPEN", "Kim Seoyeon"));
        services.answer("POST", "/api/handovers/accept", 200, handover("o-3", false, "ACCEPTED", "Kim Seoyeon"));
    }

    static Map<String, Object> handover(String id, boolean given, String state, String with) {
        Map<String, Object> ticket = FanStubs.ticket(1, 69, 9);
        Map<String, Object> handover = new HashMap<>();
        handover.put("id", id);
        handover.put("reservationId", "r-2");
        handover.put("given", given);
        handover.put("state", state);
        handover.put("with", with);
        handover.put("event", ticket.get("event"));
        handover.put("tickets", List.of(Map.of("id", 1, "seat", ticket.get("seat"))));
        handover.put("createdAt", Instant.now().toString());
        handover.put("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString());
        return handover;
    }
}
