package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import podo.web.calls.LineClient;
import podo.web.calls.LinePlace;
import podo.web.calls.ServiceRefusal;
import podo.web.catalogue.CachedCatalogue;
import podo.web.page.Visitor;

/** How a draw can be checked by anybody, and with it the own place: here in the browser, or without us. */
@Controller
class FairnessPages {

    private final LineClient lines;
    private final CachedCatalogue catalogue;

    FairnessPages(LineClient lines, CachedCatalogue catalogue) {
        this.lines = lines;
        this.catalogue = catalogue;
    }

    @GetMapping("/events/{id}/fairness")
    String show(@PathVariable long id, @AuthenticationPrincipal @Nullable Visitor me, Model model) {
        model.addAttribute("show", catalogue.one(id));
        model.addAttribute("draw", draw(id));
        LinePlace place = me == null ? null : place(id);
        model.addAttribute("place", place);
        model.addAttribute("receipt", place == null || place.ticketId() == null ? null : receipt(id));
        return "line/fairness";
    }

    /** Null before there is a room for the event. */
    private LineClient.@Nullable Fairness draw(long id) {
        try {
            return lines.fairness(id);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 404) {
                return null;
            }
            throw refusal;
        }
    }

    private @Nullable String receipt(long id) {
        try {
            return lines.receipt(id).receipt();
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }

    /** The page is for all: whoever is in no line, or whose log-in has ended, sees it without a place. */
    private @Nullable LinePlace place(long id) {
        try {
            return lines.me(id);
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }
}
