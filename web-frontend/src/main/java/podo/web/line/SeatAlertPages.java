package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.LineClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;

/** Requests to be told when seats come back, for fans of a closed line or a sold-out event. */
@Controller
@RequestMapping("/events/{id}/queue/wish")
class SeatAlertPages {

    private final LineClient lines;
    private final CachedCatalogue catalogue;

    SeatAlertPages(LineClient lines, CachedCatalogue catalogue) {
        this.lines = lines;
        this.catalogue = catalogue;
    }

    /** The fragment that htmx polls, to show that seats came back. */
    @GetMapping
    String state(@PathVariable long id, HttpServletRequest request, Model model) {
        if (!ResponseKind.isHtmx(request)) {
            return "redirect:/events/" + id + "/queue";
        }
        model.addAttribute("show", catalogue.get(id));
        model.addAttribute("seatAlert", find(id));
        return "line/seat-alert :: state";
    }

    @PostMapping
    String request(@PathVariable long id) {
        lines.requestSeatAlert(id);
        return "redirect:/events/" + id + "/queue";
    }

    /** A GET of a form's address, after a log-in or a change of language, leads to the line page. */
    @GetMapping("/forget")
    String back(@PathVariable long id) {
        return "redirect:/events/" + id + "/queue";
    }

    @PostMapping("/forget")
    String cancel(@PathVariable long id) {
        lines.cancelSeatAlert(id);
        return "redirect:/events/" + id + "/queue";
    }

    LineClient.@Nullable SeatAlert find(long eventId) {
        try {
            return lines.seatAlert(eventId);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 404) {
                return null;
            }
            throw refusal;
        }
    }
}
