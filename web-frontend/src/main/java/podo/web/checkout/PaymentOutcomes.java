package podo.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.contracts.payment.PaymentStatus;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Booking;
import podo.web.client.PaymentClient;
import podo.web.client.PaymentClient.Payment;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;

/** Chooses the page that says what is true of a payment and of its booking. */
@Component
class PaymentOutcomes {

    private final PaymentClient payments;
    private final BookingClient bookings;
    private final DeclineWords declines;

    PaymentOutcomes(PaymentClient payments, BookingClient bookings, DeclineWords declines) {
        this.payments = payments;
        this.bookings = bookings;
        this.declines = declines;
    }

    /** The payment's outcome when it has one; else that it did not go through, and why. */
    String showUnlessDecided(
            String orderId,
            DeclineWords.Explanation why,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Payment payment;
        try {
            payment = payments.get(orderId);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() >= 500) {
                return showChecking(orderId, model);
            }
            throw refusal;
        }
        return payment.isPayable() ? showUnpaid(payment, why, model) : show(payment, request, response, model);
    }

    String show(Payment payment, HttpServletRequest request, HttpServletResponse response, Model model) {
        String orderId = payment.orderId();
        if (!payment.is(PaymentStatus.CHECKING) && ResponseKind.isHtmx(request)) {
            response.setHeader("HX-Redirect", "/payments/checking?orderId=" + orderId);
            return "checkout/checking :: working";
        }
        return switch (payment.status()) {
            case PAID -> showPaid(payment, model);
            case CANCELLED -> showCancelled(bookingOf(payment), payment, model);
            case FAILED -> showUnpaid(payment, declines.explain(payment.code()), model);
            case READY -> showReady(payment, model);
            case null, default ->
                ResponseKind.isHtmx(request) ? "checkout/checking :: working" : showChecking(orderId, model);
        };
    }

    String showChecking(String orderId, Model model) {
        model.addAttribute("orderId", orderId);
        model.addAttribute("refresh", 3);
        return "checkout/checking";
    }

    private String showPaid(Payment payment, Model model) {
        Booking booking = bookingOf(payment);
        if (booking != null && (booking.is(BookingStatus.CANCELLED) || booking.is(BookingStatus.REFUNDED))) {
            return showCancelled(booking, payment, model);
        }
        model.addAttribute("booking", booking);
        if (booking == null || !booking.is(BookingStatus.CONFIRMED)) {
            model.addAttribute("refresh", 2);
        }
        return "checkout/success";
    }

    /** An order that was cancelled before it was paid promises no refund. */
    private String showCancelled(@Nullable Booking booking, Payment payment, Model model) {
        if (booking != null && payment.is(PaymentStatus.CANCELLED) && !payment.wasPaid()) {
            return "redirect:/checkout/" + booking.id();
        }
        model.addAttribute("booking", booking);
        model.addAttribute("reason", reasonKey(booking));
        return "checkout/returned";
    }

    private static String reasonKey(@Nullable Booking booking) {
        if (booking != null && booking.endedBy("EVENT_CANCELLED")) {
            return "tickets.event-cancelled";
        }
        return booking != null && booking.endedBy("SEATS_LOST") ? "pay.returned.text" : "pay.returned.cancelled";
    }

    private String showReady(Payment payment, Model model) {
        Booking booking = bookingOf(payment);
        if (booking == null || booking.is(BookingStatus.CHECKING)) {
            return showChecking(payment.orderId(), model); // the checkout would lead here again
        }
        return "redirect:/checkout/" + booking.id();
    }

    /** @param why of the try from which the browser comes back */
    private String showUnpaid(Payment payment, DeclineWords.Explanation why, Model model) {
        Booking booking = bookingOf(payment);
        if (booking != null && !booking.is(BookingStatus.PENDING) && !booking.is(BookingStatus.EXPIRED)) {
            return showReady(payment, model);
        }
        model.addAttribute("booking", booking);
        model.addAttribute("why", why);
        return "checkout/fail";
    }

    /** Null while the reservation service does not answer. */
    private @Nullable Booking bookingOf(Payment payment) {
        try {
            String id = payment.reservationId();
            return id != null
                    ? bookings.get(id)
                    : bookings.listOfOrder(payment.orderId()).stream()
                            .findFirst()
                            .orElse(null);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            return null;
        }
    }
}
