package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Canned responses of {@link FakeServices} for the orders of an organiser's events. */
final class OrderStubs {

    static final String ORDER = "podo-order-r-2";
    static final String PATH = "/api/organiser/orders/" + ORDER;

    private OrderStubs() {}

    static void stub(FakeServices services) {
        services.answer("GET", "/api/organiser/orders", 200, FakeServices.page(List.of(order(), refunded())));
        services.answer("GET", PATH, 200, whole());
        services.refuse("GET", "/api/organiser/orders/podo-none", 404, "not-found", Map.of());
        services.answer("POST", PATH + "/resend", 202, order());
        services.answer("POST", PATH + "/mails/6/again", 202, Map.of());
        services.answer("PUT", PATH + "/note", 200, order());
        services.answer("GET", PATH + "/refund", 200, Map.of("feePercent", 10, "fee", 13_200, "refund", 118_800));
        services.answer("POST", PATH + "/refund", 202, order());
        services.answer("POST", "/api/organiser/events/1/sales", 201, Map.of("orderId", ORDER));
        services.answer("POST", PATH + "/move", 200, Map.of("order", order(), "priceDifference", 0));
        services.answer("GET", "/api/organiser/events/1/order-lines", 200, lines(null, "박지훈"));
        services.answer(
                "GET",
                "/api/organiser/events/1/money",
                200,
                Map.of(
                        "lines",
                        List.of(
                                line("SOLD", 2, 264_000, 0),
                                line("REFUNDED", 1, -118_800, 13_200),
                                line("SURPLUS", 0, 264_000, 0)),
                        "captured",
                        528_000,
                        "refunded",
                        118_800,
                        "given",
                        List.of(Map.of(
                                "day",
                                "2026-12-01",
                                "grade",
                                "R",
                                "ticketKind",
                                "",
                                "way",
                                "COMPLIMENTARY",
                                "tickets",
                                2,
                                "faceValue",
                                264_000,
                                "amount",
                                0))));
        services.answer(
                "GET",
                "/api/organiser/events/1/log",
                200,
                List.of(
                        entry(9, "MOVED", Map.of("from", "Floor 4-9", "moveId", "m-1")),
                        entry(8, "SOMETHING_NEW", Map.of())));
        CodePagesIT.stub(services);
        services.refuse("GET", "/api/organiser/events/99/money", 404, "not-found", Map.of());
        services.refuse("GET", "/api/organiser/events/99/order-lines", 404, "not-found", Map.of());
    }

    static Map<String, Object> order() {
        var order = new LinkedHashMap<String, Object>();
        order.put("orderId", ORDER);
        order.put("reservationId", "r-2");
        order.put("buyer", Map.of("name", "Kim Seoyeon", "email", "fan@podo.dev"));
        order.put("amount", 264_000);
        order.put("refunded", 0);
        order.put("status", "CONFIRMED");
        order.put("event", event());
        order.put("seats", List.of(seat(69, 9, "BOOKED"), seat(70, 10, "BOOKED")));
        order.put("createdAt", Instant.now().minus(Duration.ofDays(1)).toString());
        order.put("note", null);
        return order;
    }

    static Map<String, Object> refunded() {
        var order = new LinkedHashMap<>(order());
        order.put("orderId", "podo-order-r-9");
        order.put("status", "REFUNDED");
        order.put("refunded", 264_000);
        order.put("buyer", Map.of("name", "", "email", ""));
        order.put("seats", List.of(seat(71, 11, "REFUNDED")));
        return order;
    }

    static Map<String, Object> whole() {
        String at = Instant.now().minus(Duration.ofHours(3)).toString();
        var order = new LinkedHashMap<>(order());
        order.put("note", "Calls back on Monday");
        order.put(
                "changes",
                List.of(Map.of(
                        "id",
                        17,
                        "at",
                        at,
                        "fields",
                        List.of(Map.of("name", "title", "before", "Moon", "after", "Moonrise Tour")),
                        "note",
                        "It is <late>.")));
        order.put(
                "tickets",
                List.of(
                        Map.of("id", 1, "seatId", 1_000_069, "code", "PODO-AAAA-BBBB-CCCC-DDDD", "status", "VALID"),
                        Map.of("id", 2, "seatId", 1_000_070, "code", "PODO-EEEE-FFFF-GGGG-HHHH", "status", "VALID")));
        order.put(
                "history",
                List.of(
                        happening(at, "BOOKED", Map.of()),
                        happening(at, "LET_IN", Map.of("seats", "Floor 4-9", "gate", "North")),
                        happening(at, "ENTRY_UNDONE", Map.of("seats", "Floor 4-9", "gate", "North")),
                        happening(
                                at,
                                "CHARGE_TRIED",
                                Map.of("amount", 264_000, "state", "DECLINED", "code", "LOW_BALANCE")),
                        happening(at, "CHARGE_TRIED", Map.of("amount", 264_000, "state", "APPROVED")),
                        happening(at, "BUYER_TOLD", Map.of("changeId", 17)),
                        happening(at, "PAID", Map.of("amount", 264_000)),
                        happening(at, "TICKETS_ISSUED", Map.of()),
                        happening(
                                at,
                                "REFUND_ASKED",
                                Map.of("seats", 1, "amount", 118_800, "fee", 13_200, "reason", "the fan gave it back")),
                        happening(at, "REFUNDED", Map.of("amount", 118_800)),
                        happening(
                                at,
                                "MOVED",
                                Map.of("from", "Floor 4-9", "to", "Floor 5-9", "priceDifference", -22_000)),
                        happening(at, "NOTED", Map.of("note", "<script>alert(1)</script>")),
                        happening(at, "TICKETS_SENT", Map.of()),
                        happening(at, "SOMETHING_NEW", Map.of())));
        order.put("historyComplete", false);
        order.put(
                "mails",
                List.of(
                        mail(8, "SHOW_CHANGED", "QUEUED", 2, "no answer of the mail server: SocketTimeoutException"),
                        mail(7, "SOMETHING_NEW", "DROPPED", 0, null),
                        mail(6, "ORDER", "FAILED", 1, "the mail server refuses it: 550"),
                        mail(5, "REFUND", "SENT", 1, null)));
        return order;
    }

    /** All that was sent of it was true once; the seat is kept, and its ticket is another's. */
    static Map<String, Object> withOldTickets() {
        var order = new LinkedHashMap<>(whole());
        order.put(
                "tickets",
                List.of(Map.of(
                        "id",
                        1,
                        "seatId",
                        1_000_069,
                        "code",
                        "PODO-AAAA-BBBB-CCCC-DDDD",
                        "status",
                        "VALID",
                        "holder",
                        Map.of("name", "Park Jihun", "email", "other@podo.dev"))));
        var tickets = mail(6, "ORDER", "SENT", 1, null);
        tickets.put("sendable", false);
        var moved = mail(7, "SEATS_MOVED", "SENT", 1, null);
        moved.put("sendable", false);
        var refund = mail(5, "REFUND", "SENT", 1, null);
        refund.put("sendable", true);
        order.put("mails", List.of(moved, tickets, refund));
        return order;
    }

    static Map<String, Object> lines(String last, String name) {
        var line = new LinkedHashMap<String, Object>();
        line.put("orderId", ORDER);
        line.put("createdAt", "2026-12-11T15:30:00Z");
        line.put("status", "CONFIRMED");
        line.put("name", name);
        line.put("email", "fan@podo.dev");
        line.put("section", "Floor");
        line.put("row", "4");
        line.put("number", 9);
        line.put("grade", "R");
        line.put("price", 132_000);
        line.put("seatStatus", "BOOKED");
        line.put("ticket", "PODO-AAAA-BBBB-CCCC-DDDD");
        line.put("note", null);
        line.put("partlyCancelled", true);
        line.put("way", "BANK");
        line.put("code", "MEMBERS-26");
        line.put("used", true);
        var page = new LinkedHashMap<String, Object>();
        page.put("lines", List.of(line));
        page.put("last", last);
        return page;
    }

    private static LinkedHashMap<String, Object> mail(int id, String kind, String state, int tries, String problem) {
        var mail = new LinkedHashMap<String, Object>();
        mail.put("id", id);
        mail.put("kind", kind);
        mail.put("subject", ORDER);
        mail.put("state", state);
        mail.put("tries", tries);
        mail.put("createdAt", Instant.now().toString());
        mail.put("endedAt", state.equals("QUEUED") ? null : Instant.now().toString());
        mail.put("problem", problem);
        return mail;
    }

    private static Map<String, Object> happening(String at, String kind, Map<String, Object> detail) {
        return Map.of("at", at, "kind", kind, "by", "Kim Seoyeon", "detail", detail);
    }

    private static Map<String, Object> entry(long id, String what, Map<String, Object> detail) {
        return Map.of(
                "id",
                id,
                "at",
                Instant.now().toString(),
                "by",
                "Kim Seoyeon",
                "what",
                what,
                "orderId",
                ORDER,
                "detail",
                detail);
    }

    private static Map<String, Object> event() {
        return Map.of(
                "id",
                1,
                "title",
                FanStubs.shows(Instant.EPOCH).getFirst().get("title"),
                "venue",
                "Hangang Hall",
                "startsAt",
                Instant.now().plus(Duration.ofDays(9)).toString());
    }

    private static Map<String, Object> seat(int seq, int number, String status) {
        var seat = new LinkedHashMap<String, Object>(Map.of(
                "id",
                1_000_000 + seq,
                "section",
                "Floor",
                "row",
                "4",
                "number",
                number,
                "grade",
                "R",
                "price",
                132_000,
                "status",
                status));
        if (seq == 70) {
            seat.put("traits", Map.of("place", "ACCESSIBLE"));
        }
        return seat;
    }

    private static Map<String, Object> line(String kind, int tickets, long amount, long fee) {
        return Map.of(
                "day",
                "2026-12-12",
                "grade",
                kind.equals("SURPLUS") ? "" : "R",
                "kind",
                kind,
                "tickets",
                tickets,
                "amount",
                amount,
                "fee",
                fee);
    }
}
