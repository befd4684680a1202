package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Canned responses of {@link FakeServices} for an organiser: venues, a draft, a running line, the audit. */
final class OrganiserStubs {

    static final Map<String, Object> HALL = Map.of(
            "id",
            1,
            "name",
            "Hangang Hall",
            "address",
            "12 Riverside-ro, Seoul",
            "capacity",
            300,
            "sections",
            List.of(section("Floor", 10, 20), section("Balcony", 5, 20)));

    static final Map<String, Object> PLAN = Map.of(
            "version",
            0,
            "grades",
            List.of(Map.of("name", "", "price", 0)),
            "sections",
            List.of("</script>"),
            "seats",
            List.of(List.of(1, 0, "A", 1, 0, 0, 0, 0), List.of(2, 0, "A", 2, 0, 0, 10, 0)));

    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private OrganiserStubs() {}

    static void stub(FakeServices services) {
        services.answer("GET", "/api/venues", 200, List.of(HALL));
        services.answer("GET", "/api/venues/1", 200, HALL);
        services.refuse("GET", "/api/venues/9", 404, "not-found", Map.of());
        services.answer("POST", "/api/venues", 201, HALL);
        services.answer("POST", "/api/venues/plan", 200, PLAN);
        services.answer("GET", "/api/venues/1/plan", 200, drawnPlan());
        services.answer("PUT", "/api/venues/1", 200, HALL);
        services.answer("POST", "/api/venues/1/sections", 200, HALL);
        services.answer("POST", "/api/venues/1/copy", 201, HALL);
        services.answer("POST", "/api/venues/import", 200, drawnPlan());
        services.answer("POST", "/api/events", 201, draft());
        services.answer("GET", "/api/events/20", 200, draft());
        services.answer("PUT", "/api/events/20", 200, draft());
        services.answer("DELETE", "/api/events/20", 200, draft());
        services.answer("POST", "/api/events/20/publish", 200, draft());
        services.answer("POST", "/api/events/20/cancel", 200, draft());
        services.answer("GET", "/api/events/*/room", 200, room());
        services.answer("PUT", "/api/events/*/room", 200, room());
        BoardStubs.apply(services);
        RehearsalStubs.apply(services);
        String now = Instant.now().toString();
        services.answer("GET", "/operations", 200, operations(now));
        services.answer(
                "GET",
                "/api/events/*/room/refusals",
                200,
                List.of(
                        Map.of("fanId", 1_234_567, "reason", "foreign-receipt", "times", 3, "lastAt", now),
                        Map.of("fanId", 8, "reason", "something-new", "times", 1, "lastAt", now)));
        services.answer(
                "GET",
                "/api/events/1/seats/*/history",
                200,
                Map.of(
                        "seat",
                        Map.of(
                                "id", 1_000_069, "section", "Floor", "row", "4", "number", 9, "grade", "R", "price",
                                132_000),
                        "changes",
                        List.of(
                                Map.of("at", now, "cause", "HELD", "who", 1_234_567, "holdId", "h-1"),
                                Map.of("at", now, "cause", "SOLD", "who", 1_234_567, "holdId", "h-1"))));
        services.answer("PUT", "/api/events/1/seats/blocks", 200, Map.of("seatIds", List.of(1_000_069)));
        services.answer("GET", "/api/audit", 200, report(List.of()));
        services.answer("POST", "/api/audit", 200, report(List.of()));
        services.answer(
                "GET",
                "/api/payments/unresolved",
                200,
                List.of(unresolved("CHECKING", "podo-order-r-4", now), unresolved("REFUND", "refund-1", now)));
        services.answer("POST", "/api/payments/unresolved/orders/podo-order-r-4/look", 202, null);
        services.refuse("POST", "/api/payments/unresolved/refunds/refund-1/retry", 404, "not-found", Map.of());
    }

    /** One turned section of two painted seats before a stage. */
    static Map<String, Object> drawnPlan() {
        List<Map<String, Object>> seats = List.of(
                Map.of("number", 1, "x", -5, "y", 0, "grade", "VIP", "kind", "ACCESSIBLE"),
                Map.of("number", 2, "x", 5, "y", 0, "grade", "R", "view", "a pillar"));
        return Map.of(
                "version",
                3,
                "sections",
                List.of(Map.of(
                        "name",
                        "Floor",
                        "x",
                        0,
                        "y",
                        60,
                        "rotation",
                        15,
                        "curve",
                        2,
                        "rows",
                        List.of(Map.of("name", "A", "seats", seats)))),
                "areas",
                List.of(),
                "shapes",
                List.of(Map.of(
                        "kind",
                        "STAGE",
                        "text",
                        "",
                        "x",
                        -60,
                        "y",
                        -40,
                        "width",
                        120,
                        "height",
                        30,
                        "rotation",
                        0,
                        "round",
                        false)));
    }

    static Map<String, Object> draft() {
        Instant now = Instant.now();
        var show = new LinkedHashMap<>(FanStubs.shows(now).getFirst());
        show.put("id", 20);
        show.put("title", "Spring Recital");
        show.put("status", "DRAFT");
        show.put("onSaleAt", now.plus(Duration.ofDays(2)).toString());
        show.put("extensions", 2);
        show.put("singleSeatPolicy", "WARN");
        show.put("refundFees", List.of(Map.of("daysBefore", 9, "percent", 10), Map.of("daysBefore", 0, "percent", 90)));
        show.put(
                "grades",
                List.of(
                        Map.of("name", "R", "price", 132_000, "zones", List.of(zone("Floor", "1", "4"))),
                        Map.of(
                                "name",
                                "S",
                                "price",
                                88_000,
                                "zones",
                                List.of(zone("Floor", "5", "10"), Map.of("section", "Balcony")))));
        return show;
    }

    static Map<String, Object> report(List<Map<String, Object>> findings) {
        return Map.of(
                "at",
                Instant.now().toString(),
                "tookMillis",
                120,
                "ok",
                findings.isEmpty(),
                "checked",
                Map.of("orders", 1204, "tickets", 2300, "soldSeats", 2300, "events", 6, "askedAtTheBank", 12),
                "sums",
                Map.of(
                        "captured",
                        303_600_000,
                        "ticketed",
                        302_000_000,
                        "refunded",
                        1_400_000,
                        "fees",
                        100_000,
                        "onItsWay",
                        100_000,
                        "checking",
                        264_000),
                "findings",
                findings);
    }

    private static Map<String, Object> unresolved(String kind, String id, String since) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", kind);
        row.put("id", id);
        row.put("orderId", "podo-order-r-4");
        row.put("fanId", 1_234_567);
        row.put("eventId", 2);
        row.put("amount", 264_000);
        row.put("paymentKey", "tviva20261123abc");
        row.put("since", since);
        row.put("tries", 14);
        row.put("lastSeen", "IN_PROGRESS");
        return row;
    }

    static Map<String, Object> room() {
        var pulse = new LinkedHashMap<String, Object>();
        pulse.put("state", "OPEN");
        pulse.put("serving", 7_600);
        pulse.put("waiting", 18_204);
        pulse.put("inside", 940);
        pulse.put("lobby", 0);
        pulse.put("ratePerSecond", 39.7);
        pulse.put("binding", "RATE");
        pulse.put("seatsLeft", List.of(Map.of("grade", "VIP", "left", 0), Map.of("grade", "R", "left", 1_212)));
        return Map.of("levers", Map.of("rate", 40, "cap", 1000, "mode", "OPEN"), "pulse", pulse);
    }

    private static Map<String, Object> section(String name, int rows, int seats) {
        var names = new ArrayList<String>();
        for (int row = 1; row <= rows; row++) {
            names.add(Integer.toString(row));
        }
        return Map.of(
                "name",
                name,
                "rows",
                rows,
                "seatsPerRow",
                seats,
                "firstRow",
                "1",
                "aislesAfter",
                List.of(10),
                "accessible",
                List.of(),
                "rowNames",
                names);
    }

    private static Map<String, Object> zone(String section, String from, String to) {
        return Map.of("section", section, "fromRow", from, "toRow", to);
    }

    /** What one process says of itself to an operator. */
    static Map<String, Object> operations(String now) {
        return Map.of(
                "figures",
                Map.of(
                        "podo.line.waiting",
                        1204.0,
                        "podo.line.admitted",
                        35.0,
                        "podo.line.throttle",
                        0.7,
                        "podo.payments{result=paid}",
                        17.0,
                        "podo.audit.findings",
                        0.0,
                        "podo.audit.age",
                        12.0),
                "requests",
                List.of(
                        Map.of(
                                "at",
                                now,
                                "kind",
                                "seats-taken",
                                "method",
                                "POST",
                                "path",
                                "/api/events/{id}/holds",
                                "status",
                                409,
                                "millis",
                                12,
                                "traceId",
                                TRACE),
                        Map.of(
                                "at", now,
                                "kind", "slow",
                                "method", "POST",
                                "path", "/api/payments/confirm",
                                "status", 202,
                                "millis", 3456,
                                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736")));
    }
}
