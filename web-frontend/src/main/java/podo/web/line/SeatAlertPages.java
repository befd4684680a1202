package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import podo.web.calls.LineClient;
import podo.web.calls.ServiceRefusal;
import podo.web.catalogue.CachedCatalogue;
import podo.web.page.ResponseKind;

/** "Tell me when seats come back", for fans who find a line closed. */
@Controller
@RequestMapping("/events/{id}/queue/wish")
class SeatAlertPages {

    private final LineClient lines;
    private final CachedCatalogue catalogue;

    SeatAlertPages(LineClient lines, CachedCatalogue catalogue) {
        this.lines = lines;
        this.catalogue = catalogue;
    }

    /** The part of the page that changes when seats come back. */
    @GetMapping
    String state(@PathVariable long id, HttpServletRequest request, Model model) {
        if (!ResponseKind.isHtmx(request)) {
            return "redirect:/events/" + id + "/queue";
        }
        model.addAttribute("show", catalogue.one(id));
        model.addAttribute("wish", of(id));
        return "line/wish :: state";
    }

    @PostMapping
    String ask(@PathVariable long id) {
        lines.tellMe(id);
        return "redirect:/events/" + id + "/queue";
    }

    /** Who comes back to this address, by a log-in or the other language, wants the line. */
    @GetMapping("/forget")
    String back(@PathVariable long id) {
        return "redirect:/events/" + id + "/queue";
    }

    @PostMapping("/forget")
    String forget(@PathVariable long id) {
        lines.forget(id);
        return "redirect:/events/" + id + "/queue";
    }

    LineClient.@Nullable SeatWish of(long eventId) {
        try {
            return lines.wish(eventId);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 404) {
                return null;
            }
            throw refusal;
        }
    }
}
