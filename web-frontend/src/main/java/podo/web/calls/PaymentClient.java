package podo.web.calls;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Paying (payment service). */
public interface PaymentClient {

    record Order(String orderId) {}

    /**
     * @param windowUrl where the browser goes to pay: a plain link; null when Toss's script opens its own window with what
     *     follows
     */
    record Payment(
            String orderId,
            String status,
            @Nullable Long amount,
            @Nullable String windowUrl,
            @Nullable String clientKey,
            @Nullable String customerKey,
            @Nullable String orderName,
            @Nullable String successUrl,
            @Nullable String failUrl,
            @Nullable String code) {

        public boolean is(String name) {
            return status.equals(name);
        }

        public boolean mayBePaid() {
            return is("READY") || is("FAILED");
        }
    }

    record Confirm(String paymentKey, String orderId, long amount) {}

    @PostExchange("/api/payments")
    Payment open(@RequestBody Order order);

    @PostExchange("/api/payments/confirm")
    Payment confirm(@RequestHeader("Idempotency-Key") String key, @RequestBody Confirm confirm);

    @GetExchange("/api/payments/{orderId}")
    Payment of(@PathVariable String orderId);
}
