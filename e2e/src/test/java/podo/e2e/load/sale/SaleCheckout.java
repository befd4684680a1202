package podo.e2e.load.sale;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import podo.e2e.Answer;
import podo.e2e.Api;

/** From a hold to its tickets. Goes on to its end when the sale is over meanwhile, so that no booking is left half done. */
final class SaleCheckout {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Api api;
    private final SaleFloor floor;
    private final Duration thinks;

    SaleCheckout(Api api, SaleFloor floor, Duration thinks) {
        this.api = api;
        this.floor = floor;
        this.thinks = thinks;
    }

    /** Whether the tickets are there. */
    boolean pay(Answer hold) {
        floor.clock().pauseInCheckout(thinks);
        Answer booking = step("book", "/api/reservations", Map.of("holdId", hold.string("holdId")), Set.of(201));
        String order = booking.string("orderId");
        long amount = booking.json("amount").asLong();
        step("open the payment", "/api/payments", Map.of("orderId", order), Set.of(200, 201));
        floor.clock().pauseInCheckout(thinks);
        String key = floor.calls()
                .callInCheckout(
                        "approve at the bank (not Podo)",
                        () -> Api.simulator()
                                .post(
                                        "/simulator/payments",
                                        Map.of("orderId", order, "amount", amount, "outcome", "approve")))
                .has(201)
                .string("paymentKey");
        long confirmed = floor.clock().nanos();
        step(
                "confirm",
                "/api/payments/confirm",
                Map.of("paymentKey", key, "orderId", order, "amount", amount),
                Set.of(200, 202));
        boolean isThere = awaitTickets(booking.string("id"), confirmed);
        if (isThere) {
            floor.tally().sold(floor.clock().nanos(), seatsOf(hold));
        }
        return isThere;
    }

    private Answer step(String name, String path, Map<String, ?> body, Set<Integer> right) {
        String key = UUID.randomUUID().toString();
        Answer answer = floor.calls()
                .callInCheckout(name, () -> api.with("Idempotency-Key", key).post(path, body));
        if (right.contains(answer.status())) {
            return answer;
        }
        if (answer.status() != 429) { // counted by the call
            floor.tally().refused(floor.clock().nanos(), name + ": " + ProblemName.of(answer));
        }
        throw new CallFailed(name);
    }

    private boolean awaitTickets(String booking, long from) {
        while (floor.clock().nanos() - from < PATIENCE.toNanos()) {
            Answer answer =
                    floor.calls().callInCheckout("look at the booking", () -> api.get("/api/reservations/" + booking));
            if (answer.status() == 200 && answer.string("status").equals("CONFIRMED")) {
                floor.tally().took("from confirm to the tickets", floor.clock().nanos() - from);
                return true;
            }
            floor.clock().pauseInCheckout(LOOK);
        }
        floor.tally().failed(floor.clock().nanos(), "no tickets within 60 s of the payment");
        return false;
    }

    private static List<Long> seatsOf(Answer hold) {
        return StreamSupport.stream(hold.json("seats").spliterator(), false)
                .map(seat -> seat.path("id").asLong())
                .toList();
    }
}
