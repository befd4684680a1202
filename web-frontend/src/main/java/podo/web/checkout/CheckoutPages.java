package podo.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.reservation.BookingStatus;
import podo.web.admin.RefusedForm;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Booking;
import podo.web.client.BookingClient.KindChoice;
import podo.web.client.IssuedPass;
import podo.web.client.LineClient;
import podo.web.client.PaymentClient;
import podo.web.client.PaymentClient.Payment;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.line.EntryPassGate;
import podo.web.page.ResponseKind;
import podo.web.seats.SeatChoiceDesk;

/** The checkout of one booking: its seats, price and remaining time; paying, extending and releasing. */
@Controller
@RequestMapping("/checkout/{id}")
class CheckoutPages {

    private static final String KIND_OF = "kind-";

    private final BookingClient bookings;
    private final PaymentClient payments;
    private final SeatClient seats;
    private final LineClient lines;
    private final EntryPassGate passGate;
    private final SeatChoiceDesk desk;
    private final CheckoutResponses responses;

    CheckoutPages(
            BookingClient bookings,
            PaymentClient payments,
            SeatClient seats,
            LineClient lines,
            EntryPassGate passGate,
            SeatChoiceDesk desk,
            CheckoutResponses responses) {
        this.bookings = bookings;
        this.payments = payments;
        this.seats = seats;
        this.lines = lines;
        this.passGate = passGate;
        this.desk = desk;
        this.responses = responses;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String alone,
            HttpSession session,
            Model model) {
        model.addAttribute("alone", alone != null);
        return render(bookings.get(id), session, null, model);
    }

    @PostMapping("/pay")
    @FormOn("/checkout/{id}")
    String pay(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String sum,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Booking booking = bookings.get(id);
        if (sum != null && !sum.equals(String.valueOf(booking.amount()))) {
            // chosen in another tab meanwhile: what the fan reads is what is charged
            return render(booking, request.getSession(), responses.sumChanged(), model);
        }
        if (!booking.is(BookingStatus.PENDING)) {
            // an order that was opened for payment before would lead to the bank's window again
            return render(booking, request.getSession(), null, model);
        }
        try {
            Payment payment = payments.open(new PaymentClient.Order(booking.orderId()));
            if (!payment.isPayable()) {
                return "redirect:/payments/checking?orderId=" + booking.orderId();
            }
            if (payment.windowUrl() == null) {
                return "redirect:/payments/window?orderId=" + booking.orderId();
            }
            if (!responses.isPaymentWindow(payment.windowUrl())) {
                return "redirect:/payments/checking?orderId=" + booking.orderId();
            }
            return "redirect:" + payment.windowUrl();
        } catch (ServiceRefusal refusal) {
            return refused(booking, refusal, request, response, model);
        }
    }

    /** Chooses the kinds of ticket, from fields that are named by the seat; the service works out the sum. */
    @PostMapping("/kinds")
    @FormOn("/checkout/{id}")
    String choose(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Booking booking = bookings.get(id);
        List<KindChoice> choices = booking.seats().stream()
                .filter(seat -> fields.containsKey(KIND_OF + seat.id()))
                .map(seat -> new KindChoice(seat.id(), fields.getOrDefault(KIND_OF + seat.id(), "")))
                .toList();
        try {
            if (!choices.isEmpty()) {
                booking = bookings.choose(id, new BookingClient.Kinds(choices));
            }
        } catch (ServiceRefusal refusal) {
            return refused(bookings.get(id), refusal, request, response, model);
        }
        if (!ResponseKind.isHtmx(request) || !booking.is(BookingStatus.PENDING)) {
            return "redirect:/checkout/" + id;
        }
        return render(booking, request.getSession(), null, model);
    }

    /** Uses a code for the booking, or none when the field is empty. */
    @PostMapping("/code")
    @FormOn("/checkout/{id}")
    String useCode(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            bookings.useCode(id, new BookingClient.CodeToUse(code));
            return "redirect:/checkout/" + id;
        } catch (ServiceRefusal refusal) {
            model.addAttribute("codeTyped", code);
            if (refusal.fields().containsKey("code")) {
                RefusedForm.ofFields(
                        Map.of("code", String.valueOf(refusal.fields().get("code"))), response, model);
                return render(bookings.get(id), request.getSession(), null, model);
            }
            return refused(bookings.get(id), refusal, request, response, model);
        }
    }

    /** Extends the pass and the hold, as often as the event allows. */
    @PostMapping("/extend")
    @FormOn("/checkout/{id}")
    String extend(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Booking booking = bookings.get(id);
        String hold = desk.holdOf(request.getSession(), booking);
        try {
            String pass = extendPass(booking, request.getSession());
            if (hold != null) {
                seats.extend(hold, pass);
            }
            return "redirect:/checkout/" + id;
        } catch (ServiceRefusal refusal) {
            return refused(booking, refusal, request, response, model);
        }
    }

    /** Null when the pass cannot be extended; the hold, which never outlasts its pass, may still have time left then. */
    private @Nullable String extendPass(Booking booking, HttpSession session) {
        if (booking.event() == null) {
            return null;
        }
        try {
            IssuedPass issued = lines.extendPass(booking.event().id());
            passGate.store(session, booking.event().id(), issued);
            return issued.pass();
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }

    /** Releases the hold; its seats are free at once. */
    @PostMapping("/release")
    @FormOn("/checkout/{id}")
    String release(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long event,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Booking booking = bookings.get(id);
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
        return render(booking, request.getSession(), responses.explain(refusal), model);
    }

    /** The message key, without {@code .h1} and {@code .text}, of why the booking cannot be paid any more. */
    private static String overKey(Booking booking) {
        return switch (booking.endedBecause()) {
            case SALE_OVER -> "pay.over.sale";
            case EVENT_CANCELLED -> "pay.over.event";
            case SEATS_LOST -> "pay.returned";
            case GIVEN_BACK -> booking.hasCancelledSeats() ? "pay.over.refunded" : "pay.over.given-back";
            case BY_ORGANISER -> "pay.over.refunded";
            case TIME_OUT -> "pay.over";
            case null -> booking.is(BookingStatus.EXPIRED) ? "pay.over" : "pay.over.refunded";
        };
    }

    private String render(Booking booking, HttpSession session, @Nullable String problem, Model model) {
        model.addAttribute("booking", booking);
        model.addAttribute("problem", problem);
        model.addAttribute("canExtend", desk.holdOf(session, booking) != null);
        if (booking.is(BookingStatus.CONFIRMED)) {
            return "redirect:/tickets";
        }
        if (booking.is(BookingStatus.CHECKING)) {
            return "redirect:/payments/checking?orderId=" + booking.orderId();
        }
        if (booking.is(BookingStatus.PENDING)) {
            responses.addTerms(booking, session, model);
            return "checkout/checkout";
        }
        model.addAttribute("over", overKey(booking));
        return "checkout/over";
    }
}
