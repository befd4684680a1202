package podo.tosssimulator.window;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.tosssimulator.money.PaymentMethod;

/** {@code POST /simulator/payments}: a whole visit to the window in one call, for programs. */
@RestController
class BuyerController {

    record Wish(
            @Nullable String orderId,
            @Nullable Long amount,
            @Nullable String orderName,
            @Nullable String outcome,
            @Nullable String code,
            @Nullable String successUrl,
            @Nullable String failUrl) {

        Visit visit() {
            return new Visit(orderId, amount, orderName, successUrl, failUrl);
        }

        Outcome wanted() {
            try {
                return outcome == null ? Outcome.APPROVE : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new BadVisit("outcome: approve, decline, close, slow, lost or fail");
            }
        }
    }

    private final Buyer buyer;

    BuyerController(Buyer buyer) {
        this.buyer = buyer;
    }

    @PostMapping("/simulator/payments")
    @ResponseStatus(HttpStatus.CREATED)
    Buyer.Left visit(@RequestBody Wish wish) {
        return buyer.act(wish.visit(), wish.wanted(), PaymentMethod.CARD, wish.code());
    }

    @ExceptionHandler({BadVisit.class, HttpMessageNotReadableException.class})
    ProblemDetail refused(Exception e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
}
