package podo.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import podo.web.client.PaymentClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/**
 * The pages to which the payment window sends the browser back. Their addresses can be opened again, late, or altered, so each looks at
 * the payment and says what is true. While the bank's answer is unknown, the page "checking" polls until the payment is decided.
 */
@Controller
@RequestMapping("/payments")
class PaymentPages {

    private final PaymentClient payments;
    private final PaymentOutcomes outcomes;
    private final DeclineWords declines;
    private final Words words;

    PaymentPages(PaymentClient payments, PaymentOutcomes outcomes, DeclineWords declines, Words words) {
        this.payments = payments;
        this.outcomes = outcomes;
        this.declines = declines;
        this.words = words;
    }

    /** Idempotent, so the page may be reloaded: order, payment key and amount identify one charge. */
    @GetMapping("/success")
    String success(
            @RequestParam String orderId,
            @RequestParam(required = false) @Nullable String paymentKey,
            @RequestParam(required = false) @Nullable String amount,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (paymentKey == null || amount == null) {
            return check(orderId, request, response, model);
        }
        if (!amount.matches("[0-9]{1,15}")) {
            return outcomes.showUnlessDecided(orderId, because("pay.fail.amount"), request, response, model);
        }
        try {
            return outcomes.show(
                    payments.confirm(
                            orderId + ":" + paymentKey + ":" + amount,
                            new PaymentClient.Confirm(paymentKey, orderId, Long.parseLong(amount))),
                    request,
                    response,
                    model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 404) {
                throw refusal;
            }
            if (refusal.is("payments-unavailable")) {
                // the service refuses with this problem before anything is charged
                return outcomes.showUnlessDecided(orderId, because(refusal), request, response, model);
            }
            if (refusal.status() >= 500 || refusal.is("still-running")) {
                // the charge may have succeeded, so the page must not say that it failed
                return outcomes.showChecking(orderId, model);
            }
            return outcomes.showUnlessDecided(orderId, because(refusal), request, response, model);
        }
    }

    @GetMapping("/checking")
    String check(@RequestParam String orderId, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            return outcomes.show(payments.get(orderId), request, response, model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() >= 500) {
                return outcomes.showChecking(orderId, model);
            }
            throw refusal;
        }
    }

    /** @param order the order id that our own address carries; the bank omits its {@code orderId} when the fan closed the window */
    @GetMapping("/fail")
    String fail(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String asked = order != null ? order : orderId;
        if (asked == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return outcomes.showUnlessDecided(asked, declines.explain(code), request, response, model);
    }

    private DeclineWords.Explanation because(ServiceRefusal refusal) {
        return refusal.member("code") instanceof String code
                ? declines.explain(code)
                : new DeclineWords.Explanation(words.of(refusal), DeclineWords.Advice.AGAIN, null);
    }

    private DeclineWords.Explanation because(String key) {
        return new DeclineWords.Explanation(words.of(key), DeclineWords.Advice.AGAIN, null);
    }
}
