package podo.web.handover;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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
import podo.web.client.BookingClient.Ticket;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** Makes links for tickets of one reservation and withdraws them. A link is shown in the answer that makes it and never again. */
@Controller
@RequestMapping("/tickets/{id}/handover")
class OfferPages {

    private final BookingClient bookings;
    private final HandoverClient handovers;
    private final Words words;

    OfferPages(BookingClient bookings, HandoverClient handovers, Words words) {
        this.bookings = bookings;
        this.handovers = handovers;
        this.words = words;
    }

    @GetMapping
    String choose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@NotNull Long> ticket,
            @RequestParam(required = false) @Nullable String withdrawn,
            Model model) {
        fill(id, ticket, model);
        model.addAttribute("done", withdrawn == null ? null : words.of("handover.withdrawn"));
        return "handover/offer";
    }

    @PostMapping
    String offer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@NotNull Long> ticket,
            HttpServletResponse response,
            Model model) {
        List<Ticket> own = tickets(id);
        if (ticket == null || ticket.isEmpty()) {
            return refuse(id, null, 422, words.of("handover.none"), response, model);
        }
        if (!own.stream().map(known -> Long.valueOf(known.id())).toList().containsAll(ticket)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            model.addAttribute("handover", handovers.offer(new HandoverClient.Offer(ticket)));
            response.setHeader("Cache-Control", "no-store");
            return "handover/link";
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            return refuse(id, ticket, refusal.status(), words.of(refusal), response, model);
        }
    }

    @PostMapping("/{handover}/withdraw")
    @FormOn("/tickets/{id}/handover")
    String withdraw(@PathVariable String id, @PathVariable String handover, HttpServletResponse response, Model model) {
        try {
            handovers.withdraw(handover);
            return "redirect:/tickets/{id}/handover?withdrawn";
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("handover-ended")) {
                throw refusal;
            }
            return refuse(id, null, refusal.status(), words.of("handover.accepted-meanwhile"), response, model);
        }
    }

    private String refuse(
            String id,
            @Nullable List<Long> chosen,
            int status,
            String problem,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        model.addAttribute("problem", problem);
        fill(id, chosen, model);
        return "handover/offer";
    }

    private void fill(String id, @Nullable List<Long> chosen, Model model) {
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<List<Ticket>> tickets = calls.start(() -> tickets(id));
            SideBySide.Call<List<HandoverClient.Handover>> links = calls.start(handovers::list);
            model.addAttribute("reservation", id);
            model.addAttribute("event", tickets.result().getFirst().event());
            model.addAttribute(
                    "tickets",
                    tickets.result().stream().filter(Ticket::isUnused).toList());
            model.addAttribute(
                    "chosen",
                    chosen == null
                            ? List.of()
                            : chosen.stream().map(String::valueOf).toList());
            model.addAttribute(
                    "links",
                    links.result().stream()
                            .filter(link ->
                                    link.isOpen() && link.reservationId().equals(id))
                            .toList());
        }
    }

    /** The fan's own tickets of the reservation, whoever paid for it; 404 without one. */
    private List<Ticket> tickets(String id) {
        List<Ticket> own = bookings.tickets(List.of(id));
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return own;
    }
}
