package podo.web.line;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long presale,
            @AuthenticationPrincipal @Nullable Visitor me,
            Model model) {
        model.addAttribute("show", catalogue.get(id));
        model.addAttribute("presale", presale);
        model.addAttribute("draw", draw(id, presale));
        LinePlace place = me == null ? null : ownPlace(id);
        if (place != null
                && !Objects.equals(
                        presale,
                        place.presale() == null ? null : place.presale().id())) {
            place = null; // a place in another line of the event
        }
        model.addAttribute("place", place);
        model.addAttribute("receipt", place == null || place.ticketId() == null ? null : receipt(id));
        return "line/fairness";
    }

    /** Null before the event has a line. */
    private LineClient.@Nullable Fairness draw(long id, @Nullable Long presale) {
        try {
            return lines.fairness(id, presale);
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
