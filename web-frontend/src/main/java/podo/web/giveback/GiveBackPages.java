package podo.web.giveback;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.BookingClient;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;

/** The page of returned seats: what is held for the fan, and what the fan offers back. */
@Controller
@RequestMapping("/tickets")
class GiveBackPages {

    private final GiveBackClient giveBacks;
    private final ReturnedSeats returned;
    private final BookingClient bookings;
    private final SeatClient seats;
    private final Words words;

    GiveBackPages(
            GiveBackClient giveBacks, ReturnedSeats returned, BookingClient bookings, SeatClient seats, Words words) {
        this.giveBacks = giveBacks;
        this.returned = returned;
        this.bookings = bookings;
        this.seats = seats;
        this.words = words;
    }

    @GetMapping("/returned")
    String show(Model model) {
        model.addAttribute("returned", returned.find());
        return "giveback/returned";
    }

    /** The form of one order, with no seat chosen. */
    @GetMapping("/{id}/offer-back")
    String choose(@PathVariable String id, Model model) {
        return form(id, model);
    }

    @PostMapping("/{id}/offer-back")
    String offer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@NotNull Long> seat,
            HttpServletResponse response,
            Model model) {
        if (seat == null || seat.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", words.of("offer-back.none"));
            return form(id, model);
        }
        try {
            giveBacks.offer(id, new GiveBackClient.Seats(seat));
            return "redirect:/tickets/returned";
        } catch (ServiceRefusal refusal) {
            model.addAttribute("problem", problem(refusal, response));
            return form(id, model);
        }
    }

    @PostMapping("/returned/{id}/withdraw")
    @FormOn("/tickets/returned")
    String withdraw(@PathVariable String id, HttpServletResponse response, Model model) {
        return doneOrRefused(() -> giveBacks.withdraw(id), response, model);
    }

    /** Opens the booking of a seat that is held for the fan. */
    @PostMapping("/returned/{holdId}/book")
    @FormOn({"/tickets/returned", "/tickets"})
    String book(@PathVariable String holdId, HttpServletResponse response, Model model) {
        try {
            BookingClient.Booking booking = bookings.open(holdId, new BookingClient.NewBooking(holdId));
            return "redirect:/checkout/" + booking.id();
        } catch (ServiceRefusal refusal) {
            model.addAttribute("problem", problem(refusal, response));
            return show(model);
        }
    }

    /** The seat goes to the next fan. */
    @PostMapping("/returned/{holdId}/leave")
    @FormOn("/tickets/returned")
    String leave(@PathVariable String holdId, HttpServletResponse response, Model model) {
        return doneOrRefused(() -> seats.release(holdId), response, model);
    }

    private String doneOrRefused(Runnable work, HttpServletResponse response, Model model) {
        try {
            work.run();
            return "redirect:/tickets/returned";
        } catch (ServiceRefusal refusal) {
            model.addAttribute("problem", problem(refusal, response));
            return show(model);
        }
    }

    private String problem(ServiceRefusal refusal, HttpServletResponse response) {
        if (refusal.status() == 401 || refusal.status() >= 500) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        return words.of(refusal);
    }

    private String form(String id, Model model) {
        model.addAttribute("booking", bookings.get(id));
        model.addAttribute("returned", returned.find());
        return "giveback/offer-back";
    }
}
