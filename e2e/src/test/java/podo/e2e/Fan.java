package podo.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import podo.stack.junit.SignedTokens;
import tools.jackson.databind.JsonNode;

/** A fan with an account that only this test uses. */
public record Fan(long id, String email, String password, Api api) {

    public static final Duration SOON = Duration.ofSeconds(90);

    public static Fan fresh() {
        return fresh(Api.open());
    }

    /** @param open how the fan calls, without a token */
    public static Fan fresh(Api open) {
        String email = "fan-" + UUID.randomUUID().toString().substring(0, 13) + "@e2e.podo.dev";
        String password = "grapes-" + UUID.randomUUID();
        Answer account = open.post("/api/users", Map.of("email", email, "password", password, "name", "Minji"))
                .has(201);
        return new Fan(account.json("id").asLong(), email, password, open.as(token(open, email, password)));
    }

    /** The same fan with a new token: each is valid for some minutes. */
    public Fan loggedInAgain(Api open) {
        return new Fan(id, email, password, open.as(token(open, email, password)));
    }

    public static Api organiser() {
        return demo("organiser@podo.dev");
    }

    public static Api operator() {
        return demo("operator@podo.dev");
    }

    public static Api doorStaff() {
        return demo("door@podo.dev");
    }

    /** An organiser to whom nothing belongs that {@link #organiser()} made. */
    public static Api otherOrganiser() {
        return demo("other@podo.dev");
    }

    private static Api demo(String email) {
        return Api.open().as(SignedTokens.of(email, () -> token(Api.open(), email, RunningStack.DEMO_PASSWORD)));
    }

    private static String token(Api open, String email, String password) {
        return open.post("/api/tokens", Map.of("email", email, "password", password))
                .has(200)
                .string("accessToken");
    }

    /** Joins the line, waits for the offer and enters. Returns the entry pass. */
    public String enter(long eventId) {
        api.post("/api/events/" + eventId + "/queue").has(200);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        List.of("OFFERED", "ENTERED").contains(place(eventId).string("state")));
        return api.post("/api/events/" + eventId + "/queue/enter").has(200).string("pass");
    }

    public Answer place(long eventId) {
        return api.get("/api/events/" + eventId + "/queue/me").has(200);
    }

    public Answer hold(long eventId, String pass, List<Long> seatIds) {
        return api.with("X-Entry-Pass", pass).post("/api/events/" + eventId + "/holds", Map.of("seatIds", seatIds));
    }

    /** Holds places in one standing area. */
    public Answer holdPlaces(long eventId, String pass, long areaId, int count) {
        return api.with("X-Entry-Pass", pass)
                .post(
                        "/api/events/" + eventId + "/holds",
                        Map.of("areas", List.of(Map.of("areaId", areaId, "count", count))));
    }

    /** The event's first standing area as the map has it now. */
    public JsonNode area(long eventId) {
        return api.get("/api/events/" + eventId + "/seats")
                .has(200)
                .json("areas")
                .path(0);
    }

    /** Ids of the seats whose status is AVAILABLE, in the hall's order. */
    public List<Long> freeSeats(long eventId) {
        return seats(eventId).stream()
                .filter(seat -> seat.path("status").asString().equals("AVAILABLE"))
                .map(seat -> seat.path("id").asLong())
                .toList();
    }

    public List<JsonNode> seats(long eventId) {
        JsonNode seats = api.get("/api/events/" + eventId + "/seats").has(200).json("seats");
        return StreamSupport.stream(seats.spliterator(), false).toList();
    }

    public String status(long eventId, long seatId) {
        return seats(eventId).stream()
                .filter(seat -> seat.path("id").asLong() == seatId)
                .findAny()
                .orElseThrow()
                .path("status")
                .asString();
    }

    /** Holds, reserves, pays and waits for CONFIRMED. Returns the reservation. */
    public JsonNode buy(long eventId, List<Long> seatIds) {
        String hold = hold(eventId, enter(eventId), seatIds).has(201).string("holdId");
        Answer reservation =
                api.post("/api/reservations", Map.of("holdId", hold)).has(201);
        pay(reservation).isOneOf(200, 202);
        return awaitStatus(reservation.string("id"), "CONFIRMED");
    }

    /** Opens the payment, approves it at the bank and confirms it. Returns the confirmation. */
    public Answer pay(Answer reservation) {
        String orderId = reservation.string("orderId");
        long amount = reservation.json("amount").asLong();
        api.post("/api/payments", Map.of("orderId", orderId)).isOneOf(200, 201);
        return confirm(Bank.approve(orderId, amount), orderId, amount);
    }

    public Answer confirm(String paymentKey, String orderId, long amount) {
        return api.post(
                "/api/payments/confirm", Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount));
    }

    public JsonNode awaitStatus(String reservationId, String status) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> reservation(reservationId).string("status").equals(status));
        return reservation(reservationId).json();
    }

    public Answer reservation(String id) {
        return api.get("/api/reservations/" + id).has(200);
    }
}
