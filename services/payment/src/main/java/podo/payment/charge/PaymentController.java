package podo.payment.charge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.payment.PaymentStatus;
import podo.starter.idempotency.Idempotent;
import podo.starter.security.Fan;

/** A fan pays an order: write the amount down, go to the bank's window, come back with a payment key. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    record Order(@NotBlank @Size(max = 64) String orderId) {}

    record Return(
            @NotBlank @Size(max = 200) @Pattern(regexp = "[!-~]*")
            String paymentKey,

            @NotBlank @Size(max = 64) String orderId,
            @NotNull @PositiveOrZero Long amount) {}

    private final PaymentDesk desk;
    private final ConfirmDesk confirmDesk;
    private final ChargeAttempts attempts;
    private final Checkout checkout;

    PaymentController(PaymentDesk desk, ConfirmDesk confirmDesk, ChargeAttempts attempts, Checkout checkout) {
        this.desk = desk;
        this.confirmDesk = confirmDesk;
        this.attempts = attempts;
        this.checkout = checkout;
    }

    @PostMapping
    ResponseEntity<Checkout.Ticket> open(@Valid @RequestBody Order order, Fan fan, Locale language) {
        PaymentDesk.Opened opened = desk.open(fan, order.orderId());
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(checkout.of(opened.payment(), language));
    }

    @Idempotent
    @PostMapping("/confirm")
    ResponseEntity<PaymentView> confirm(@Valid @RequestBody Return back, Fan fan) {
        Payment payment = confirmDesk.confirm(fan, back.orderId(), back.paymentKey(), back.amount());
        boolean unknown = payment.status() == PaymentStatus.CHECKING;
        return ResponseEntity.status(unknown ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(PaymentView.of(payment, null));
    }

    @GetMapping("/{orderId}")
    PaymentView find(@PathVariable String orderId, Fan fan) {
        return PaymentView.of(desk.find(fan, orderId), attempts.last(orderId).orElse(null));
    }
}
