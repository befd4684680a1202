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
import podo.web.form.FormOn;
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
    @FormOn("/events/{id}/queue")
    String request(@PathVariable long id) {
        lines.requestSeatAlert(id);
        return "redirect:/events/" + id + "/queue";
    }

    @PostMapping("/forget")
    @FormOn("/events/{id}/queue")
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
