package podo.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A fan on the whole way from the line to the ticket, for one event. */
final class DemoBuyer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoApiClient house;
    private final DemoApiClient.Caller fan;
    private final String event;

    DemoBuyer(DemoApiClient house, DemoApiClient.Caller fan, String eventId) {
        this.house = house;
        this.fan = fan;
        this.event = "/api/events/" + eventId;
    }

    /** Stands in line until it is this fan's turn, and returns the pass. */
    String enter() {
        fan.post(event + "/queue", Map.of());
        Polling.until("an offer from the line of " + event, PATIENCE, () -> {
            var state = fan.get(event + "/queue/me").path("state").asString();
            return state.equals("OFFERED") || state.equals("ENTERED");
        });
        return fan.post(event + "/queue/enter", Map.of()).path("pass").asString();
    }

    /** Leaves the line, so that the place is free. */
    void leave() {
        fan.delete(event + "/queue/me");
    }

    /** Holds the first free seats: as many as there are, if they are fewer than wished. */
    JsonNode hold(String pass, int count) {
        return hold(pass, free(count));
    }

    JsonNode reserve(JsonNode hold) {
        return fan.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/reservations", Map.of("holdId", hold.path("holdId")));
    }

    /** Gives the seats back. */
    void release(JsonNode hold) {
        fan.delete("/api/holds/" + hold.path("holdId").asString());
    }

    /** Pays and waits for the confirmation. */
    void pay(JsonNode reservation) {
        var orderId = reservation.path("orderId").asString();
        var payment = fan.post("/api/payments", Map.of("orderId", orderId));
        var key = house.approve(payment);
        fan.post(
                "/api/payments/confirm",
                Map.of("paymentKey", key, "orderId", orderId, "amount", payment.path("amount")));
        var address = "/api/reservations/" + reservation.path("id").asString();
        Polling.until(
                "the confirmation of " + orderId,
                PATIENCE,
                () -> fan.get(address).path("status").asString().equals("CONFIRMED"));
    }

    /** Everything at once; returns how many seats it were. */
    int buy(int count) {
        var pass = enter();
        var seats = free(count);
        if (!seats.isEmpty()) {
            pay(reserve(hold(pass, seats)));
        }
        return seats.size();
    }

    private JsonNode hold(String pass, List<JsonNode> seats) {
        return fan.with("X-Entry-Pass", pass)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(event + "/holds", Map.of("seatIds", seats));
    }

    private List<JsonNode> free(int count) {
        var free = new ArrayList<JsonNode>();
        for (var seat : fan.get(event + "/seats").path("seats")) {
            var plain = !seat.path("accessible").asBoolean(false);
            if (free.size() < count && plain && seat.path("status").asString().equals("AVAILABLE")) {
                free.add(seat.path("id"));
            }
        }
        return List.copyOf(free);
    }
}
