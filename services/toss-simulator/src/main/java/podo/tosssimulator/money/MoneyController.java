package podo.tosssimulator.money;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /simulator/money?orderId=}: the captured payments and their refunds, for audits and tests. */
@RestController
class MoneyController {

    record Money(
            String orderId,
            String paymentKey,
            TossStatus status,
            long captured,
            long refunded,
            @Nullable Instant approvedAt) {}

    private final SimulatedPayments payments;

    MoneyController(SimulatedPayments payments) {
        this.payments = payments;
    }

    @GetMapping("/simulator/money")
    List<Money> captured(@RequestParam(required = false) @Nullable String orderId) {
        return (orderId == null ? payments.findAll() : payments.findByOrder(orderId))
                .stream()
                        .filter(SimulatedPayment::isCaptured)
                        .sorted(Comparator.comparing(SimulatedPayment::requestedAt))
                        .map(p -> new Money(
                                p.orderId(), p.paymentKey(), p.status(), p.captured(), p.refunded(), p.approvedAt()))
                        .toList();
    }
}
