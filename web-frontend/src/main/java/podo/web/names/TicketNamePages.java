package podo.web.names;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import podo.web.admin.RefusedForm;
import podo.web.client.BookingClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;
import podo.web.page.Words;

/** The names on a fan's own tickets of one reservation, whoever paid for it. */
@Controller
@RequestMapping("/tickets/{id}/names")
class TicketNamePages {

    private final BookingClient bookings;
    private final TicketNameClient names;
    private final Words words;

    TicketNamePages(BookingClient bookings, TicketNameClient names, Words words) {
        this.bookings = bookings;
        this.names = names;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String id, @AuthenticationPrincipal @Nullable Visitor me, Model model) {
        List<BookingClient.Ticket> own = tickets(id);
        return fill(id, own, TicketNameForm.of(own, nameOf(me)), model);
    }

    @PostMapping
    String change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletResponse response,
            Model model) {
        List<BookingClient.Ticket> own = tickets(id);
        TicketNameForm form = TicketNameForm.of(own, nameOf(me)).with(typed);
        Map<String, String> wrong = form.tooLong(words.of("order.wrong.long", TicketNameForm.LONGEST));
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(id, own, form, model);
        }
        try {
            if (form.isOpen()) {
                names.change(new TicketNameClient.Names(form.names()));
            }
            return "redirect:/tickets?named";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, form::field, words, response, model);
            return fill(id, own, form, model);
        }
    }

    private static String nameOf(@Nullable Visitor me) {
        return me == null ? "" : me.name();
    }

    private static String fill(String id, List<BookingClient.Ticket> own, TicketNameForm form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("event", own.getFirst().event());
        model.addAttribute("form", form);
        return "names/own";
    }

    /** 404 without one. */
    private List<BookingClient.Ticket> tickets(String id) {
        List<BookingClient.Ticket> own = bookings.tickets(List.of(id));
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return own;
    }
}
