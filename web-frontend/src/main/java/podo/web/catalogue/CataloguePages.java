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
import podo.web.calls.EventClient;
import podo.web.calls.ListedEvent;
import podo.web.page.ResponseKind;

@Controller
class CataloguePages {

    private static final int SIZE = 12;

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
        String asked = query.strip().substring(0, Math.min(query.strip().length(), 100));
        EventClient.Found found = catalogue.find(Math.clamp(page, 1, 10_000) - 1, SIZE, asked);
        model.addAttribute("found", found);
        model.addAttribute("query", asked);
        boolean first = asked.isEmpty() && found.page().number() == 0;
        model.addAttribute("next", first ? opensNext(found.content()) : null);
        return ResponseKind.isHtmx(request) ? "catalogue/home :: results" : "catalogue/home";
    }

    /** The show that the first page puts forward: the next to open, else one that is on sale. */
    private static @Nullable ListedEvent opensNext(List<ListedEvent> shows) {
        return shows.stream()
                .filter(show ->
                        show.status() == ListedEvent.Status.LOBBY || show.status() == ListedEvent.Status.ANNOUNCED)
                .min(Comparator.comparing(ListedEvent::onSaleAt))
                .or(() -> shows.stream()
                        .filter(show -> show.status() == ListedEvent.Status.ON_SALE)
                        .findFirst())
                .orElse(null);
    }

    @GetMapping("/events/{id}")
    String event(@PathVariable long id, Model model) {
        model.addAttribute("show", catalogue.one(id));
        return "catalogue/event";
    }
}
