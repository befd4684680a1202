package podo.tosssimulator.window;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.tosssimulator.money.PaymentMethod;
import podo.tosssimulator.money.TossError;

/** {@code POST /simulator/payments}: a whole visit to the window in one call, for programs. */
@RestController
class BuyerController {

    record Wish(
            @Nullable String orderId,
            @Nullable Long amount,
            @Nullable String orderName,
            @Nullable String outcome,
            @Nullable String method,
            @Nullable String code,
            @Nullable String successUrl,
            @Nullable String failUrl) {

        WindowRequest visit() {
            return new WindowRequest(orderId, amount, orderName, successUrl, failUrl);
        }

        Outcome wanted() {
            try {
                return outcome == null ? Outcome.APPROVE : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new InvalidWindowRequest("outcome: approve, decline, close, slow, lost or fail");
            }
        }

        PaymentMethod with() {
            try {
                return method == null ? PaymentMethod.CARD : PaymentMethod.valueOf(method.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new InvalidWindowRequest("method: card, easy_pay, transfer or virtual_account");
            }
        }
    }

    private final SimulatedBuyer buyer;

    BuyerController(SimulatedBuyer buyer) {
        this.buyer = buyer;
    }

    @PostMapping("/simulator/payments")
    @ResponseStatus(HttpStatus.CREATED)
    SimulatedBuyer.Left visit(@RequestBody Wish wish) {
        return buyer.act(wish.visit(), wish.wanted(), wish.with(), wish.code());
    }

    @PostMapping("/simulator/payments/{paymentKey}/deposit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deposit(@PathVariable String paymentKey) {
        buyer.deposits(paymentKey);
    }

    @ExceptionHandler
    ProblemDetail refused(TossError e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.code());
    }

    @ExceptionHandler({InvalidWindowRequest.class, HttpMessageNotReadableException.class})
    ProblemDetail refused(Exception e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
}
