package podo.payment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.fan.FanRows;

/** What this service keeps under an account's number. */
@Configuration(proxyBeanMethods = false)
class PaymentFanRows {

    @Bean
    FanRows paymentRows() {
        return new FanRows("payments", """
                SELECT order_id AS orderId, order_name AS orderName, amount, status, payment_key AS paymentKey,
                       approved_at AS approvedAt, refunded, fees, created_at AS createdAt
                FROM payment WHERE fan_id = :fan ORDER BY created_at
                """);
    }

    @Bean
    FanRows refundRows() {
        return new FanRows("refunds", """
                SELECT r.order_id AS orderId, r.amount, r.fee, r.reason, r.state, r.wanted_at AS wantedAt, r.done_at AS doneAt
                FROM refund r JOIN payment p ON p.order_id = r.order_id WHERE p.fan_id = :fan ORDER BY r.wanted_at
                """);
    }
}
