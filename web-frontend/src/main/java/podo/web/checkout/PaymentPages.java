package podo.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.payment.PaymentStatus;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Booking;
import podo.web.client.PaymentClient;
import podo.web.client.PaymentClient.Payment;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/**
 * The pages to which the payment window sends the browser back. While the bank's answer is unknown, the page "checking"
 * polls until the payment is decided.
 */
@Controller
@RequestMapping("/payments")
class PaymentPages {

    private final PaymentClient payments;
    private final BookingClient bookings;
    private final Words words;

    PaymentPages(PaymentClient payments, BookingClient bookings, Words words) {
        this.payments = payments;
        this.bookings = bookings;
        this.words = words;
    }

    /** Idempotent, so the page may be reloaded: order and payment key identify one charge. */
    @GetMapping("/success")
    String success(
            @RequestParam String paymentKey,
            @RequestParam String orderId,
            @RequestParam long amount,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Payment payment = payments.confirm(
                    orderId + ":" + paymentKey, new PaymentClient.Confirm(paymentKey, orderId, amount));
            return showOutcome(payment, request, response, model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            if (refusal.is("payments-unavailable")) {
                // the service refuses with this problem before anything is charged
                return showFailure(orderId, words.of(refusal), null, model);
            }
            if (refusal.status() >= 500 || refusal.is("still-running")) {
                // the charge may have succeeded, so the page must not say that it failed
                return showChecking(orderId, model);
            }
            return showFailure(orderId, words.of(refusal), code(refusal), model);
        }
    }

    @GetMapping("/checking")
    String check(@RequestParam String orderId, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            return showOutcome(payments.get(orderId), request, response, model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() >= 500) {
                return showChecking(orderId, model);
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
            Model model) {
        boolean closed = "PAY_PROCESS_CANCELED".equals(code);
        return showFailure(
                order != null ? order : orderId,
                words.of(closed ? "pay.fail.closed" : "pay.fail.declined"),
                code,
                model);
    }

    private String showOutcome(Payment payment, HttpServletRequest request, HttpServletResponse response, Model model) {
        String orderId = payment.orderId();
        if (!payment.is(PaymentStatus.CHECKING) && ResponseKind.isHtmx(request)) {
            response.setHeader("HX-Redirect", "/payments/checking?orderId=" + orderId);
            return "checkout/checking :: working";
        }
        return switch (payment.status()) {
            case PAID -> showPaid(orderId, model);
            case CANCELLED -> {
                model.addAttribute("booking", bookingOf(orderId).orElse(null));
                yield "checkout/returned";
            }
            case FAILED -> showFailure(orderId, words.of("pay.fail.declined"), payment.code(), model);
            case READY ->
                bookingOf(orderId)
                        .map(booking -> "redirect:/checkout/" + booking.id())
                        .orElse("redirect:/tickets");
            case null, default ->
                ResponseKind.isHtmx(request) ? "checkout/checking :: working" : showChecking(orderId, model);
        };
    }

    private String showPaid(String orderId, Model model) {
        Booking booking = bookingOf(orderId).orElse(null);
        model.addAttribute("booking", booking);
        if (booking != null && (booking.is(BookingStatus.CANCELLED) || booking.is(BookingStatus.REFUNDED))) {
            return "checkout/returned";
        }
        if (booking == null || !booking.is(BookingStatus.CONFIRMED)) {
            model.addAttribute("refresh", 2);
        }
        return "checkout/success";
    }

    private String showChecking(String orderId, Model model) {
        model.addAttribute("orderId", orderId);
        model.addAttribute("refresh", 3);
        return "checkout/checking";
    }

    private String showFailure(@Nullable String orderId, String reason, @Nullable String code, Model model) {
        Booking booking = orderId == null ? null : bookingOf(orderId).orElse(null);
        model.addAttribute("booking", booking);
        model.addAttribute("reason", reason);
        model.addAttribute("code", code != null && code.matches("[A-Z_]{3,60}") ? code : null);
        return "checkout/fail";
    }

    private static @Nullable String code(ServiceRefusal refusal) {
        return refusal.member("code") instanceof String code ? code : null;
    }

    private Optional<Booking> bookingOf(String orderId) {
        return bookings.listOfOrder(orderId).stream()
                .filter(booking -> booking.orderId().equals(orderId))
                .findFirst();
    }
}
