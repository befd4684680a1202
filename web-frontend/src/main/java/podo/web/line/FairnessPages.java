package podo.web.line;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.LineClient;
import podo.web.client.LinePlace;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;

/** Shows what was published about a draw, so that anybody can check it, in the browser or with {@code ./podo verify-draw}. */
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
        model.addAttribute("show", catalogue.get(id));
        model.addAttribute("draw", draw(id));
        LinePlace place = me == null ? null : ownPlace(id);
        model.addAttribute("place", place);
        model.addAttribute("receipt", place == null || place.ticketId() == null ? null : receipt(id));
        return "line/fairness";
    }

    /** Null before the event has a line. */
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
            return lines.signedReceipt(id).receipt();
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }

    /** Null for a fan who is not in the line or whose log-in has ended; the page is public. */
    private @Nullable LinePlace ownPlace(long id) {
        try {
            return lines.ownPlace(id);
        } catch (ServiceRefusal refusal) {
            return null;
        }
    }
}
