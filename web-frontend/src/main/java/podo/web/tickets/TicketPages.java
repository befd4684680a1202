package podo.web.tickets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import podo.web.client.BookingClient;
import podo.web.client.ServiceRefusal;
import podo.web.giveback.ReturnedSeats;
import podo.web.page.ResponseKind;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;
import podo.web.tickets.FanOrders.Order;

/** The ticket page, and cancellation with a preview of the refund. */
@Controller
@RequestMapping("/tickets")
class TicketPages {

    private final FanOrders orders;
    private final TicketShelf shelf;
    private final BookingClient bookings;
    private final ReturnedSeats returned;
    private final Words words;
    private final Times times;

    TicketPages(
            FanOrders orders,
            TicketShelf shelf,
            BookingClient bookings,
            ReturnedSeats returned,
            Words words,
            Times times) {
        this.orders = orders;
        this.shelf = shelf;
        this.bookings = bookings;
        this.returned = returned;
        this.words = words;
        this.times = times;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String received,
            @RequestParam(required = false) @Nullable String named,
            Model model) {
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<ReturnedSeats.Returned> beside = calls.start(returned::findOrNone);
            model.addAttribute("found", shelf.page(Math.clamp(page, 1, 10_000) - 1, times.now()));
            model.addAttribute("returned", beside.result());
        }
        model.addAttribute("done", done != null ? words.of("tickets.cancel.done") : null);
        model.addAttribute("named", named != null ? words.of("names.done") : null);
        model.addAttribute("received", received != null ? words.of("handover.done") : null);
        return "tickets/tickets";
    }

    /** The form for a cancellation, at first with no seat chosen; for chosen seats it shows the refund. */
    @GetMapping("/{id}/cancel")
    String choose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@NotNull Long> seat,
            HttpServletRequest request,
            Model model) {
        fill(id, seat, model);
        return ResponseKind.isHtmx(request) ? "tickets/cancel :: back" : "tickets/cancel";
    }

    /** @param seen the refund that the page showed; when it has changed, the new refund is shown instead of cancelling */
    @PostMapping("/{id}/cancel")
    String cancel(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@NotNull Long> seat,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestParam(defaultValue = "") String attempt,
            HttpServletResponse response,
            Model model) {
        if (seat == null || seat.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", words.of("tickets.cancel.none"));
            fill(id, null, model);
            return "tickets/cancel";
        }
        try {
            if (hasRefundChanged(id, seat, seen)) {
                response.setStatus(409);
                model.addAttribute("problem", words.of("tickets.cancel.changed"));
                fill(id, seat, model);
                return "tickets/cancel";
            }
            bookings.cancel(
                    id, attempt.isBlank() ? UUID.randomUUID().toString() : attempt, new BookingClient.Cancel(seat));
            return "redirect:/tickets?done";
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            model.addAttribute("problem", words.of(refusal));
            fill(id, seat, model);
            return "tickets/cancel";
        }
    }

    /** False when all these seats are cancelled already, so that a second click is accepted as a repetition. */
    private boolean hasRefundChanged(String id, List<Long> seats, @Nullable Long seen) {
        boolean anyKept = ownSeats(id).stream().anyMatch(seats::contains);
        return anyKept && (seen == null || seen != bookings.refund(id, seats).refund());
    }

    private void fill(String id, @Nullable List<Long> seats, Model model) {
        Order order = order(id);
        model.addAttribute("order", order);
        model.addAttribute("now", times.now());
        model.addAttribute("chosen", seats == null ? List.of() : seats);
        model.addAttribute("attempt", UUID.randomUUID());
        model.addAttribute("back", seats == null || seats.isEmpty() ? null : refund(id, seats, model));
    }

    private BookingClient.@Nullable Refund refund(String id, List<Long> seats, Model model) {
        try {
            return bookings.refund(id, seats);
        } catch (ServiceRefusal refusal) {
            model.addAttribute("problem", words.of(refusal));
            return null;
        }
    }

    private List<Long> ownSeats(String id) {
        return order(id).booking().seats().stream()
                .filter(BookingClient.Seat::isOwn)
                .map(BookingClient.Seat::id)
                .toList();
    }

    private Order order(String id) {
        return orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
