package podo.payment.checkout;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import podo.payment.attempt.ChargeAttempts;
import podo.payment.charge.ConfirmDesk;
import podo.payment.order.Payment;
import podo.starter.idempotency.Idempotent;
import podo.starter.input.OpaqueId;
import podo.starter.security.Fan;

/** Payments of the calling fan: open an order for payment, confirm it with the payment key from the window, read its status. */
@Tag(name = "Payments")
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    record OpenRequest(@OpaqueId String orderId) {}

    record ConfirmRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = "[!-~]*")
            String paymentKey,

            @OpaqueId String orderId,
            @NotNull @PositiveOrZero Long amount) {}

    private final PaymentDesk desk;
    private final ConfirmDesk confirmDesk;
    private final ChargeAttempts attempts;
    private final CheckoutViews views;

    PaymentController(PaymentDesk desk, ConfirmDesk confirmDesk, ChargeAttempts attempts, CheckoutViews views) {
        this.desk = desk;
        this.confirmDesk = confirmDesk;
        this.attempts = attempts;
        this.views = views;
    }

    @Operation(summary = "Open an order for payment; 201 the first time, 200 afterwards")
    @PostMapping
    ResponseEntity<CheckoutViews.CheckoutView> open(@Valid @RequestBody OpenRequest request, Fan fan, Locale language) {
        PaymentDesk.Opened opened = desk.open(fan, request.orderId());
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.of(opened.payment(), language));
    }

    @Operation(summary = "Confirm a payment with the key from the payment window; 202 while the bank has not decided")
    @Idempotent
    @PostMapping("/confirm")
    ResponseEntity<PaymentView> confirm(@Valid @RequestBody ConfirmRequest request, Fan fan) {
        Payment payment = confirmDesk.confirm(fan, request.orderId(), request.paymentKey(), request.amount());
        boolean checking = payment.status() == PaymentStatus.CHECKING;
        return ResponseEntity.status(checking ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(PaymentView.of(payment, null));
    }

    @Operation(summary = "Read the payment of an order")
    @GetMapping("/{orderId}")
    PaymentView find(@PathVariable String orderId, Fan fan) {
        return PaymentView.of(
                desk.find(fan, orderId), attempts.findLast(orderId).orElse(null));
    }
}
