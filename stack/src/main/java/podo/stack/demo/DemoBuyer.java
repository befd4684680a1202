package podo.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Buys tickets of one event as a fan: from the line to the confirmed reservation. */
final class DemoBuyer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoApiClient api;
    private final DemoApiClient.Caller fan;
    private final String eventPath;

    DemoBuyer(DemoApiClient api, DemoApiClient.Caller fan, String eventId) {
        this.api = api;
        this.fan = fan;
        this.eventPath = "/api/events/" + eventId;
    }

    /** Joins the line, waits for the offer and returns the entry pass. */
    String enter() {
        fan.post(eventPath + "/queue", Map.of());
        Polling.until("an offer from the line of " + eventPath, PATIENCE, () -> {
            var state = fan.get(eventPath + "/queue/me").path("state").asString();
            return state.equals("OFFERED") || state.equals("ENTERED");
        });
        return fan.post(eventPath + "/queue/enter", Map.of()).path("pass").asString();
    }

    /** Leaves the line, so that the place is free for another fan. */
    void leave() {
        fan.delete(eventPath + "/queue/me");
    }

    JsonNode reserve(JsonNode hold) {
        return fan.withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/reservations", Map.of("holdId", hold.path("holdId")));
    }

    void release(JsonNode hold) {
        fan.delete("/api/holds/" + hold.path("holdId").asString());
    }

    /** Confirms a payment for which the bank declines the card: 402. */
    void payWithDeclinedCard(JsonNode reservation) {
        var payment = openPayment(reservation);
        confirm(payment, api.declinePayment(payment));
    }

    private JsonNode openPayment(JsonNode reservation) {
        return fan.post(
                "/api/payments", Map.of("orderId", reservation.path("orderId").asString()));
    }

    private void confirm(JsonNode payment, String key) {
        fan.post(
                "/api/payments/confirm",
                Map.of("paymentKey", key, "orderId", payment.path("orderId"), "amount", payment.path("amount")));
    }

    /** Pays and waits until the reservation is confirmed. */
    void pay(JsonNode reservation) {
        var orderId = reservation.path("orderId").asString();
        var payment = openPayment(reservation);
        confirm(payment, api.approvePayment(payment));
        var reservationPath = "/api/reservations/" + reservation.path("id").asString();
        Polling.until(
                "the confirmation of " + orderId,
                PATIENCE,
                () -> fan.get(reservationPath).path("status").asString().equals("CONFIRMED"));
    }

    /**
     * Joins the line, holds those of its own seats that are free, reserves and pays; returns the number of seats bought.
     *
     * @param number of the fan: each has {@code count} seats of its own, so that several buy side by side
     */
    int buy(int count, int number) {
        var pass = enter();
        var seats = free(seats().skip((long) count * number).limit(count));
        if (!seats.isEmpty()) {
            pay(reserve(hold(pass, seats)));
        }
        return seats.size();
    }

    JsonNode hold(String pass, List<JsonNode> seats) {
        return fan.withHeader("X-Entry-Pass", pass)
                .withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .post(eventPath + "/holds", Map.of("seatIds", seats));
    }

    /** In the order of the plan, without those that are kept for wheelchairs. */
    List<JsonNode> freeSeats() {
        return free(seats());
    }

    private static List<JsonNode> free(Stream<JsonNode> seats) {
        return seats.filter(seat -> seat.path("status").asString().equals("AVAILABLE"))
                .map(seat -> seat.path("id"))
                .toList();
    }

    private Stream<JsonNode> seats() {
        return fan.get(eventPath + "/seats")
                .path("seats")
                .valueStream()
                .filter(seat -> !seat.path("accessible").asBoolean(false));
    }
}
