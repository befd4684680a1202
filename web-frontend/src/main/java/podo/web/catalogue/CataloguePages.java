package podo.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.event.EventStatus;
import podo.starter.text.WrittenText;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.page.ResponseKind;

/** The list of events with search, and the page of one event. */
@Controller
class CataloguePages {

    private static final int EVENTS_PER_PAGE = 12;
    private static final int LONGEST_QUERY = 100;

    private final CachedCatalogue catalogue;

    CataloguePages(CachedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        String text = WrittenText.normalise(query);
        String asked = text.substring(0, Math.min(text.length(), LONGEST_QUERY));
        EventClient.EventPage found = catalogue.find(Math.clamp(page, 1, 10_000) - 1, EVENTS_PER_PAGE, asked);
        model.addAttribute("found", found);
        model.addAttribute("query", asked);
        model.addAttribute("past", found.content().isEmpty() && found.page().totalElements() > 0);
        boolean front = asked.isEmpty() && found.page().number() == 0;
        model.addAttribute("front", front);
        model.addAttribute("next", front ? featured(found.content()) : null);
        return ResponseKind.isHtmx(request) ? "catalogue/home :: results" : "catalogue/home";
    }

    /** The event that the front page features: the next one to go on sale, else one that is on sale. */
    private static @Nullable ListedEvent featured(List<ListedEvent> events) {
        return events.stream()
                .filter(event -> event.is(EventStatus.LOBBY) || event.is(EventStatus.ANNOUNCED))
                .min(Comparator.comparing(ListedEvent::onSaleAt))
                .or(() -> events.stream()
                        .filter(event -> event.is(EventStatus.ON_SALE))
                        .findFirst())
                .orElse(null);
    }

    @GetMapping("/events/{id}")
    String event(@PathVariable long id, Model model) {
        model.addAttribute("show", catalogue.get(id));
        return "catalogue/event";
    }
}
