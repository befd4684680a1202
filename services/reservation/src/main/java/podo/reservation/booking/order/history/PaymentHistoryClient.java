package podo.reservation.booking.order.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Payment: what happened to the money of an order. */
interface PaymentHistoryClient {

    /** @param kind CHARGE_TRIED, PAID or REFUNDED; {@code state} and {@code code} of a try to charge, {@code way} of the others */
    record MoneyEvent(
            Instant at,
            String kind,
            long amount,
            @Nullable String state,
            @Nullable String code,
            @Nullable String way) {}

    @GetExchange("/internal/orders/{orderId}/history")
    List<MoneyEvent> history(@PathVariable String orderId);
}
