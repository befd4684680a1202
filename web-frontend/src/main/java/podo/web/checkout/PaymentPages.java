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
import podo.web.calls.BookingClient;
import podo.web.calls.BookingClient.Booking;
import podo.web.calls.PaymentClient;
import podo.web.calls.PaymentClient.Payment;
import podo.web.calls.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** Where the payment window sends the browser back to; "unknown" is a page of its own that resolves by itself. */
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

    /** Confirming twice is harmless: it is one charge by order and payment key, so this page may be reloaded. */
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
            return outcome(payment, request, response, model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            if (refusal.is("payments-unavailable")) {
                // said before anything was charged, so it may be said as it is
                return failed(orderId, words.of(refusal), null, model);
            }
            if (refusal.status() >= 500 || refusal.is("still-running")) {
                // the charge may be on its way: never say that it failed
                return checking(orderId, model);
            }
            return failed(orderId, words.of(refusal), code(refusal), model);
        }
    }

    @GetMapping("/checking")
    String check(@RequestParam String orderId, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            return outcome(payments.of(orderId), request, response, model);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() >= 500) {
                return checking(orderId, model);
            }
            throw refusal;
        }
    }

    /** @param order our own word in the address: the bank leaves its {@code orderId} out when the window was closed */
    @GetMapping("/fail")
    String fail(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String code,
            Model model) {
        boolean closed = "PAY_PROCESS_CANCELED".equals(code);
        return failed(
                order != null ? order : orderId,
                words.of(closed ? "pay.fail.closed" : "pay.fail.declined"),
                code,
                model);
    }

    private String outcome(Payment payment, HttpServletRequest request, HttpServletResponse response, Model model) {
        String orderId = payment.orderId();
        if (!payment.is("CHECKING") && ResponseKind.isHtmx(request)) {
            response.setHeader("HX-Redirect", "/payments/checking?orderId=" + orderId);
            return "checkout/checking :: working";
        }
        return switch (payment.status()) {
            case "PAID" -> paid(orderId, model);
            case "CANCELLED" -> {
                model.addAttribute("booking", bookingOf(orderId).orElse(null));
                yield "checkout/returned";
            }
            case "FAILED" -> failed(orderId, words.of("pay.fail.declined"), payment.code(), model);
            case "READY" ->
                bookingOf(orderId)
                        .map(booking -> "redirect:/checkout/" + booking.id())
                        .orElse("redirect:/tickets");
            default -> ResponseKind.isHtmx(request) ? "checkout/checking :: working" : checking(orderId, model);
        };
    }

    private String paid(String orderId, Model model) {
        Booking booking = bookingOf(orderId).orElse(null);
        model.addAttribute("booking", booking);
        if (booking != null && (booking.is("CANCELLED") || booking.is("REFUNDED"))) {
            return "checkout/returned";
        }
        if (booking == null || !booking.is("CONFIRMED")) {
            model.addAttribute("refresh", 2);
        }
        return "checkout/success";
    }

    private String checking(String orderId, Model model) {
        model.addAttribute("orderId", orderId);
        model.addAttribute("refresh", 3);
        return "checkout/checking";
    }

    private String failed(@Nullable String orderId, String reason, @Nullable String code, Model model) {
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
        return bookings.mine().stream()
                .filter(booking -> booking.orderId().equals(orderId))
                .findFirst();
    }
}
