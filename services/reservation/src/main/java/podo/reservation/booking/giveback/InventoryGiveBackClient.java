package podo.reservation.booking.giveback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Inventory, which decides whose a seat is. Each call can be repeated. */
interface InventoryGiveBackClient {

    enum Result {
        DONE,
        NOT_OWNED,
        TAKEN,
        OVER,
        TOO_MANY_SEATS,
        WITHDRAWN,
        SOLD,
        PAYMENT_RUNNING
    }

    record Offered(String giveBackId, String holdId, String orderId, long seatId, long price) {}

    record Claim(String holdId, long fanId, Instant until) {}

    record Answer(Result result, @Nullable Instant expiresAt) {}

    /** DONE, NOT_OWNED, TAKEN or OVER. */
    @PostExchange("/internal/give-backs")
    Answer open(@RequestBody Offered offered);

    /** DONE with the end, TAKEN, OVER or TOO_MANY_SEATS. */
    @PostExchange("/internal/give-backs/{id}/claims")
    Answer claim(@PathVariable String id, @RequestBody Claim claim);

    /** WITHDRAWN, SOLD or, without force, PAYMENT_RUNNING. */
    @DeleteExchange("/internal/give-backs/{id}")
    Answer withdraw(@PathVariable String id, @RequestParam boolean force);
}
