package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canned responses of {@link FakeServices} for a fan: events, lines, seats, bookings, tickets, payments. */
final class FanStubs {

    private FanStubs() {}

    static List<Map<String, Object>> shows(Instant now) {
        var shows = new ArrayList<Map<String, Object>>();
        shows.add(show(
                1,
                "Moonrise Tour",
                "Hangang Hall",
                "ON_SALE",
                now.plus(Duration.ofDays(19)),
                now.minusSeconds(600),
                300));
        shows.add(show(
                2,
                "Stadium Lights",
                "Podo Arena",
                "ON_SALE",
                now.plus(Duration.ofDays(33)),
                now.minusSeconds(600),
                5000));
        shows.add(show(
                3, "겨울 재즈 나잇", "정동극장", "LOBBY", now.plus(Duration.ofDays(27)), now.plus(Duration.ofMinutes(17)), 800));
        shows.add(show(
                4,
                "Seoul Philharmonic: New World",
                "Lotus Concert Hall",
                "ANNOUNCED",
                now.plus(Duration.ofDays(60)),
                now.plus(Duration.ofDays(5)),
                2000));
        shows.add(show(5, "뮤지컬 파도", "블루 스퀘어", "SOLD_OUT", now.plus(Duration.ofDays(9)), now.minusSeconds(9000), 20));
        shows.add(show(
                6,
                "First Snow Ballet",
                "Namsan Theatre",
                "ON_SALE",
                now.plus(Duration.ofDays(31)),
                now.minusSeconds(900),
                1200));
        shows.getLast().put("changes", List.of(moved(now)));
        shows.add(show(
                7,
                "League Final",
                "River Stadium",
                "ANNOUNCED",
                now.plus(Duration.ofDays(45)),
                now.plus(Duration.ofDays(12)),
                50000));
        shows.add(show(
                8,
                "Harvest Fan Meeting",
                "Small Hall",
                "ENDED",
                now.minus(Duration.ofDays(2)),
                now.minus(Duration.ofDays(40)),
                150));
        return shows;
    }

    private static Map<String, Object> show(
            long id, String title, String venue, String status, Instant startsAt, Instant onSaleAt, int capacity) {
        var show = new LinkedHashMap<String, Object>();
        show.put("id", id);
        show.put("title", title);
        show.put(
                "description",
                "Two hours under one big moon.\n\nNew songs, old friends, and a band that has waited a year for this night. Doors open an hour before.");
        show.put("venueId", 1);
        show.put("venue", venue);
        show.put("address", "12 Riverside-ro, Seoul");
        show.put("city", "Seoul");
        show.put("kind", "CONCERT");
        show.put("runningMinutes", 120);
        show.put("minimumAge", 8);
        show.put("startsAt", startsAt.toString());
        show.put("lobbyOpensAt", onSaleAt.minus(Duration.ofMinutes(30)).toString());
        show.put("onSaleAt", onSaleAt.toString());
        show.put("salesEndAt", startsAt.toString());
        show.put("status", status);
        show.put("seatsPerFan", 4);
        show.put("capacity", capacity);
        show.put("admissionPerSecond", 50.0);
        show.put("admissionCap", 1000);
        show.put(
                "grades",
                List.of(
                        grade("VIP", 165000),
                        grade("R", 132000),
                        grade("S", 110000),
                        grade("A", 88000),
                        grade("B", 66000)));
        return show;
    }

    private static Map<String, Object> grade(String name, long price) {
        return Map.of("name", name, "price", price);
    }

    static void stub(FakeServices services) {
        Instant now = Instant.now();
        var left = List.of(
                Map.of("grade", "VIP", "left", 0),
                Map.of("grade", "R", "left", 12),
                Map.of("grade", "S", "left", 88),
                Map.of("grade", "A", "left", 140));
        services.answer(
                "GET",
                "/api/events/filters",
                200,
                Map.of("kinds", List.of("CONCERT", "MUSICAL"), "cities", List.of("Busan", "Seoul")));
        services.answer("GET", "/api/events/2/queue/me", 200, place("WAITING", 20_000, 12_408, left, now));
        services.answer(
                "GET",
                "/api/events/3/queue/me",
                200,
                Map.of(
                        "state",
                        "LOBBY",
                        "ahead",
                        0,
                        "behind",
                        0,
                        "serving",
                        0,
                        "pollAfterMillis",
                        5000,
                        "ticketId",
                        "t-1"));
        services.answer("GET", "/api/events/1/queue/me", 200, place("OFFERED", 200, 0, left, now));
        services.answer(
                "GET", "/api/events/*/queue/me/receipt", 200, Map.of("receipt", "signed.for.everybody", "key", "k"));
        services.refuse("GET", "/api/events/6/queue/me", 404, "not-in-line", Map.of());
        services.answer("GET", "/api/events/5/queue/me", 200, place("CLOSED", 200, 0, left, now));
        services.answer("GET", "/internal/rooms/1/fans/7", 200, place("OFFERED", 200, 0, left, now));
        services.answer("GET", "/internal/rooms/2/fans/7", 200, place("WAITING", 20_000, 12_408, left, now));
        services.answer("POST", "/api/events/*/queue", 200, place("WAITING", 20_000, 12_408, left, now));
        services.answer("DELETE", "/api/events/*/queue/me", 204, null);
        services.refuse("GET", "/api/events/*/queue/wish", 404, "not-found", Map.of());
        services.answer("PUT", "/api/events/*/queue/wish", 200, Map.of("eventId", 5, "askedAt", now.toString()));
        services.answer("DELETE", "/api/events/*/queue/wish", 204, null);
        services.answer("POST", "/internal/rooms/refusals", 204, null);
        services.answer(
                "GET",
                "/internal/rooms/*/pulse",
                200,
                Map.of(
                        "state",
                        "OPEN",
                        "serving",
                        7_600,
                        "waiting",
                        18_204,
                        "inside",
                        1000,
                        "ratePerSecond",
                        40.0,
                        "binding",
                        "RATE",
                        "seatsLeft",
                        left));
        services.answer("GET", "/api/events/*/fairness", 200, fairness(null));
        services.answer("GET", "/api/events/2/fairness", 200, fairness(now));
        services.refuse("GET", "/api/events/4/fairness", 404, "not-found", Map.of());
        for (int event : new int[] {1, 2, 6}) {
            services.answer(
                    "POST",
                    "/api/events/" + event + "/queue/enter",
                    200,
                    Map.of(
                            "pass",
                            pass(event, 7, now.plus(Duration.ofMinutes(15))),
                            "expiresAt",
                            now.plus(Duration.ofMinutes(15)).toString()));
            services.answer(
                    "POST",
                    "/api/events/" + event + "/queue/extend",
                    200,
                    Map.of(
                            "pass",
                            pass(event, 7, now.plus(Duration.ofMinutes(20))),
                            "expiresAt",
                            now.plus(Duration.ofMinutes(20)).toString()));
            services.answer(
                    "GET",
                    "/api/events/" + event + "/seats/layout",
                    200,
                    switch (event) {
                        case 2 -> SampleHalls.arena();
                        case 6 -> SampleHalls.theatreWithPit();
                        default -> SampleHalls.theatre();
                    });
            services.answer(
                    "GET",
                    "/api/events/" + event + "/seats/state",
                    200,
                    Map.of(
                            "v",
                            100,
                            "layout",
                            1,
                            "s",
                            SampleHalls.letters(event == 2 ? SampleHalls.ARENA : SampleHalls.THEATRE),
                            "areas",
                            event == 6 ? List.of(57) : List.of()));
            long base = event * 1_000_000L;
            services.answer(
                    "GET",
                    "/api/events/" + event + "/seats/best",
                    200,
                    Map.of(
                            "count",
                            2,
                            "adjacent",
                            true,
                            "total",
                            330_000,
                            "seats",
                            List.of(
                                    seat(base + 69, "Floor", "4", 9, "R", 132_000),
                                    seat(base + 70, "Floor", "4", 10, "R", 132_000))));
            services.answer(
                    "POST",
                    "/api/events/" + event + "/holds",
                    201,
                    Map.of(
                            "holdId",
                            "h-" + event,
                            "seats",
                            List.of(),
                            "total",
                            264_000,
                            "expiresAt",
                            now.plus(Duration.ofMinutes(5)).toString()));
        }
        services.answer("DELETE", "/api/holds/*", 204, null);
        services.answer(
                "POST",
                "/api/holds/*/extend",
                200,
                Map.of(
                        "holdId",
                        "h-1",
                        "expiresAt",
                        now.plus(Duration.ofMinutes(10)).toString()));
        var open = booking("r-1", "PENDING", 1, now);
        services.answer("POST", "/api/reservations", 201, open);
        services.answer("GET", "/api/reservations/r-1", 200, open);
        services.answer("GET", "/api/reservations/r-6", 200, CodePagesIT.withCode("r-6"));
        services.answer("GET", "/api/reservations/r-2", 200, booking("r-2", "CONFIRMED", 6, now));
        services.answer("GET", "/api/reservations/r-3", 200, booking("r-3", "EXPIRED", 1, now));
        services.answer(
                "GET",
                "/api/reservations",
                200,
                List.of(open, booking("r-2", "CONFIRMED", 6, now), booking("r-4", "CHECKING", 2, now)));
        services.answer(
                "GET",
                "/api/reservations/*/refund",
                200,
                Map.of("seats", List.of(), "feePercent", 10, "fee", 13_200, "refund", 118_800));
        services.answer("POST", "/api/reservations/*/cancel", 200, booking("r-2", "CONFIRMED", 6, now));
        services.answer("GET", "/api/tickets", 200, List.of(ticket(1, 69, 9), ticket(2, 70, 10)));
        GiveBackStubs.answer(services, now);
        services.answer(
                "POST",
                "/api/payments",
                201,
                Map.of(
                        "orderId",
                        "podo-order-r-1",
                        "status",
                        "READY",
                        "amount",
                        264_000,
                        "windowUrl",
                        "http://localhost:8090/window?orderId=podo-order-r-1"));
        services.answer("POST", "/api/payments/confirm", 200, payment("r-2", "PAID"));
        services.answer("GET", "/api/payments/podo-order-r-1", 200, payment("r-1", "READY"));
        services.answer("GET", "/api/payments/podo-order-r-2", 200, payment("r-2", "PAID"));
        services.answer("GET", "/api/payments/podo-order-r-4", 200, payment("r-4", "CHECKING"));
        services.refuse("GET", "/api/payments/podo-order-r-9", 404, "not-found", Map.of());
        services.answer("GET", "/api/reservations/r-4", 200, booking("r-4", "CHECKING", 2, now));
    }

    /** The payment of this booking, 264,000 won. */
    static Map<String, Object> payment(String booking, String status) {
        var payment = new LinkedHashMap<String, Object>();
        payment.put("orderId", "podo-order-" + booking);
        payment.put("reservationId", booking);
        payment.put("status", status);
        payment.put("amount", 264_000);
        if (status.equals("PAID") || status.equals("CANCELLED")) {
            payment.put("approvedAt", Instant.now().toString());
        }
        return payment;
    }

    /** @param drawn null before the draw */
    private static Map<String, Object> fairness(@Nullable Instant drawn) {
        var fairness = new LinkedHashMap<String, Object>();
        fairness.put("method", "key = SHA-256(seed bytes || listHash bytes); …");
        fairness.put("seedHash", "ab".repeat(32));
        fairness.put("seed", drawn == null ? null : "5eed".repeat(16));
        fairness.put("listHash", drawn == null ? null : "cd".repeat(32));
        fairness.put("drawn", drawn == null ? 0 : 20_000);
        fairness.put("drawnAt", drawn == null ? null : drawn.toString());
        return fairness;
    }

    static String pass(long eventId, long fanId, Instant until) {
        return io.jsonwebtoken.Jwts.builder()
                .issuer("podo-line")
                .id("pass-" + eventId)
                .subject(Long.toString(fanId))
                .claim("event", eventId)
                .expiration(java.util.Date.from(until))
                .signWith(
                        io.jsonwebtoken.security.Keys.hmacShaKeyFor(
                                java.util.Base64.getDecoder().decode(FakeServices.PASS_SECRET)),
                        io.jsonwebtoken.Jwts.SIG.HS256)
                .compact();
    }

    static Map<String, Object> place(String state, long number, long ahead, List<?> left, Instant now) {
        var place = new LinkedHashMap<String, Object>();
        place.put("state", state);
        place.put("number", number);
        place.put("position", ahead + 1);
        place.put("ahead", ahead);
        place.put("behind", 5_796);
        place.put("serving", number - ahead - 1);
        place.put("etaSeconds", 1260);
        place.put("eta", Map.of("from", 1080, "to", 1440));
        place.put("pollAfterMillis", 5000);
        place.put("offerExpiresAt", now.plusSeconds(600).toString());
        place.put("ticketId", "t-1");
        place.put("receipt", "signed.by.podo");
        place.put("seatsLeft", left);
        return place;
    }

    private static Map<String, Object> seat(long id, String section, String row, int number, String grade, long price) {
        var seat = new LinkedHashMap<String, Object>(Map.of(
                "id", id, "section", section, "row", row, "number", number, "grade", grade, "price", price, "status",
                "BOOKED"));
        if (id % 1_000 == 70) {
            seat.put("traits", Map.of("place", "COMPANION"));
        }
        return seat;
    }

    /** The ballet's start and text were changed. */
    private static Map<String, Object> moved(Instant now) {
        return Map.of(
                "id",
                17,
                "at",
                now.minusSeconds(600).toString(),
                "fields",
                List.of(
                        Map.of("name", "startsAt", "before", "2026-12-12T10:00:00Z", "after", "2026-12-12T12:00:00Z"),
                        Map.of("name", "description", "before", "", "after", ""),
                        Map.of("name", "of-tomorrow", "before", "1", "after", "2")),
                "note",
                "The stage has to <dry>.",
                "freeUntil",
                now.plus(Duration.ofDays(7)).toString());
    }

    static Map<String, Object> booking(String id, String status, long event, Instant now) {
        var show = shows(now).stream()
                .filter(one -> one.get("id").equals(event))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "id",
                id,
                "orderId",
                "podo-order-" + id,
                "holdId",
                "h-" + id,
                "amount",
                264_000,
                "status",
                status,
                "expiresAt",
                now.plus(Duration.ofMinutes(status.equals("EXPIRED") ? -5 : 5)).toString(),
                "event",
                Map.of(
                        "id",
                        event,
                        "title",
                        show.get("title"),
                        "venue",
                        show.get("venue"),
                        "startsAt",
                        show.get("startsAt"),
                        "handoverUntil",
                        show.get("startsAt"),
                        "doorsOpenAt",
                        show.get("startsAt")),
                "changes",
                event == 6 ? List.of(moved(now)) : List.of(),
                "seats",
                List.of(
                        seat(event * 1_000_000 + 69, "Floor", "4", 9, "R", 132_000),
                        seat(event * 1_000_000 + 70, "Floor", "4", 10, "R", 132_000)));
    }

    static List<Map<String, Object>> voidTickets() {
        var ticket = new LinkedHashMap<>(ticket(1, 69, 9));
        ticket.put("status", "REFUNDED");
        return List.of(ticket);
    }

    static Map<String, Object> ticket(long id, long seq, int number) {
        var show = shows(Instant.now()).get(5);
        return Map.of(
                "id",
                id,
                "reservationId",
                "r-2",
                "code",
                "PODO1.eyJrIjoiV3NhT2lQSkwiLCJlIjo2LCJzIjo2MDAwMDY5LCJ0IjoxLCJnIjowfQ." + id,
                "shortCode",
                "PODO-7K2M-91QF-" + id,
                "status",
                "VALID",
                "event",
                Map.of(
                        "id",
                        6,
                        "title",
                        show.get("title"),
                        "venue",
                        show.get("venue"),
                        "startsAt",
                        show.get("startsAt"),
                        "handoverUntil",
                        show.get("startsAt"),
                        "doorsOpenAt",
                        show.get("startsAt")),
                "seat",
                seat(6_000_000 + seq, "Floor", "4", number, "R", 132_000));
    }
}
