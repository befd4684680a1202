package podo.payment.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.payment.PaymentStatus;
import podo.payment.order.Payment;
import podo.payment.order.PaymentWay;
import podo.starter.problem.InvalidField;

/** Orders of box offices, for reservation, which knows who sells. */
@RestController
class BoxOfficePaymentController {

    record Paid(@NotNull PaymentWay way) {}

    record Recorded(String orderId, PaymentStatus status, long amount, PaymentWay way) {}

    private final BoxOfficePaymentDesk desk;

    BoxOfficePaymentController(BoxOfficePaymentDesk desk) {
        this.desk = desk;
    }

    /** The box office has the money, or gives the seats away: the order is paid. */
    @PostMapping("/internal/orders/{orderId}/box-office-payment")
    Recorded record(@PathVariable String orderId, @Valid @RequestBody Paid paid) {
        if (!paid.way().isAtBoxOffice()) {
            throw new InvalidField("way", "box-office-way");
        }
        Payment payment = desk.record(orderId, paid.way());
        return new Recorded(payment.orderId(), payment.status(), payment.amount(), paid.way());
    }
}
