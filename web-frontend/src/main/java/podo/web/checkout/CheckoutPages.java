package podo.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.BookingClient;
import podo.web.calls.BookingClient.Booking;
import podo.web.calls.IssuedPass;
import podo.web.calls.LineClient;
import podo.web.calls.PaymentClient;
import podo.web.calls.PaymentClient.Payment;
import podo.web.calls.SeatClient;
import podo.web.calls.ServiceRefusal;
import podo.web.line.EntryPassGate;
import podo.web.seats.SeatChoiceDesk;

/** The held seats with their price and their time, and the button to the payment window. */
@Controller
@RequestMapping("/checkout/{id}")
class CheckoutPages {

    private final BookingClient bookings;
    private final PaymentClient payments;
    private final SeatClient seats;
    private final LineClient lines;
    private final EntryPassGate door;
    private final SeatChoiceDesk desk;
    private final CheckoutResponses answers;

    CheckoutPages(
            BookingClient bookings,
            PaymentClient payments,
            SeatClient seats,
            LineClient lines,
            EntryPassGate door,
            SeatChoiceDesk desk,
            CheckoutResponses answers) {
        this.bookings = bookings;
        this.payments = payments;
        this.seats = seats;
        this.lines = lines;
        this.door = door;
        this.desk = desk;
        this.answers = answers;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String alone,
            HttpSession session,
            Model model) {
        model.addAttribute("alone", alone != null);
        return page(bookings.one(id), session, null, model);
    }

    @PostMapping("/pay")
    String pay(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Booking booking = bookings.one(id);
        try {
            Payment payment = payments.open(new PaymentClient.Order(booking.orderId()));
            if (payment.windowUrl() == null && payment.mayBePaid()) {
                return "redirect:/payments/window?orderId=" + booking.orderId();
            }
            if (payment.windowUrl() == null || !answers.leadsToTheWindow(payment.windowUrl())) {
                return "redirect:/payments/checking?orderId=" + booking.orderId();
            }
            return "redirect:" + payment.windowUrl();
        } catch (ServiceRefusal refusal) {
            return refused(booking, refusal, request, response, model);
        }
    }

    /** Five more minutes, as often as the event allows. */
    @PostMapping("/extend")
    String extend(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Booking booking = bookings.one(id);
        String hold = desk.holdOf(request.getSession(), booking);
        try {
            String pass = longerPass(booking, request.getSession());
            if (hold != null) {
                seats.extend(hold, pass);
            }
            return "redirect:/checkout/" + id;
        } catch (ServiceRefusal refusal) {
            return refused(booking, refusal, request, response, model);
        }
    }

    /** A hold never outlives its pass, so the pass comes first; when it can't grow, the hold may still have room. */
    private @Nullable String longerPass(Booking booking, HttpSession session) {
        if (booking.event() == null) {
            return null;
        }
        try {
            IssuedPass entry = lines.extend(booking.event().id());
            door.keep(session, booking.event().id(), entry);
            return entry.pass();
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }

    /** The fan changed their mind: the seats are free at once. */
    @PostMapping("/release")
    String release(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long event,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Booking booking = bookings.one(id);
        String hold = desk.holdOf(request.getSession(), booking);
        try {
            if (hold != null) {
                seats.release(hold);
            }
            return event == null ? "redirect:/" : "redirect:/events/" + event + "/seats";
        } catch (ServiceRefusal refusal) {
            return refused(booking, refusal, request, response, model);
        }
    }

    private String refused(
            Booking booking,
            ServiceRefusal refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (refusal.status() == 401) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        return page(booking, request.getSession(), answers.words(refusal), model);
    }

    private String page(Booking booking, HttpSession session, @Nullable String problem, Model model) {
        model.addAttribute("booking", booking);
        model.addAttribute("problem", problem);
        model.addAttribute("canExtend", desk.holdOf(session, booking) != null);
        if (booking.is("CONFIRMED")) {
            return "redirect:/tickets";
        }
        if (booking.is("CHECKING")) {
            return "redirect:/payments/checking?orderId=" + booking.orderId();
        }
        return booking.is("PENDING") ? "checkout/checkout" : "checkout/over";
    }
}
