package podo.web.checkout;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.PaymentClient;
import podo.web.client.PaymentClient.Payment;
import podo.web.page.PageSettings;

/**
 * The page that opens Toss Payments' own window (sandbox or live) by their script, used when the payment service names no
 * window address. It is the only page that loads scripts of another site.
 */
@Controller
class TossWindow {

    private static final String POLICY = """
            default-src 'self'; script-src 'self' %1$s; frame-src %1$s; connect-src 'self' %1$s; img-src 'self' data: %1$s; \
            style-src 'self' 'unsafe-inline' %1$s; font-src 'self' %1$s; object-src 'none'; base-uri 'none'; \
            frame-ancestors 'none'; form-action 'self' %1$s""".formatted(PageSettings.TOSS);

    private final PaymentClient payments;

    TossWindow(PaymentClient payments) {
        this.payments = payments;
    }

    @GetMapping("/payments/window")
    String open(@RequestParam String orderId, HttpServletResponse response, Model model) {
        Payment payment = payments.open(new PaymentClient.Order(orderId));
        if (payment.windowUrl() != null || !payment.isPayable()) {
            return "redirect:/payments/checking?orderId=" + payment.orderId();
        }
        response.setHeader("Content-Security-Policy", POLICY);
        model.addAttribute("payment", payment);
        return "checkout/window";
    }
}
