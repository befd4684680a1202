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

/** {@code POST /simulator/payments}: everything that a buyer does in the window, in one call for programs. */
@RestController
class BuyerController {

    record BuyerRequest(
            @Nullable String orderId,
            @Nullable Long amount,
            @Nullable String orderName,
            @Nullable String outcome,
            @Nullable String method,
            @Nullable String code,
            @Nullable String successUrl,
            @Nullable String failUrl) {

        WindowRequest toWindowRequest() {
            return new WindowRequest(orderId, amount, orderName, successUrl, failUrl);
        }

        BuyerOutcome parsedOutcome() {
            try {
                return outcome == null ? BuyerOutcome.APPROVE : BuyerOutcome.valueOf(outcome.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new InvalidWindowRequest("outcome: approve, decline, close, slow, lost or fail");
            }
        }

        PaymentMethod parsedMethod() {
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
    SimulatedBuyer.Result act(@RequestBody BuyerRequest request) {
        return buyer.act(request.toWindowRequest(), request.parsedOutcome(), request.parsedMethod(), request.code());
    }

    @PostMapping("/simulator/payments/{paymentKey}/deposit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deposit(@PathVariable String paymentKey) {
        buyer.deposit(paymentKey);
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
