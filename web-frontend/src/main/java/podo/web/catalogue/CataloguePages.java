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
import podo.web.calls.Show;
import podo.web.calls.Shows;
import podo.web.page.Wish;

@Controller
class CataloguePages {

    private static final int SIZE = 12;

    private final Catalogue catalogue;

    CataloguePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        String asked = query.strip().substring(0, Math.min(query.strip().length(), 100));
        Shows.Found found = catalogue.find(Math.clamp(page, 1, 10_000) - 1, SIZE, asked);
        model.addAttribute("found", found);
        model.addAttribute("query", asked);
        boolean first = asked.isEmpty() && found.page().number() == 0;
        model.addAttribute("next", first ? opensNext(found.content()) : null);
        return Wish.isHtmx(request) ? "catalogue/home :: results" : "catalogue/home";
    }

    /** The show that the first page puts forward: the next to open, else one that is on sale. */
    private static @Nullable Show opensNext(List<Show> shows) {
        return shows.stream()
                .filter(show -> show.status() == Show.Status.LOBBY || show.status() == Show.Status.ANNOUNCED)
                .min(Comparator.comparing(Show::onSaleAt))
                .or(() -> shows.stream()
                        .filter(show -> show.status() == Show.Status.ON_SALE)
                        .findFirst())
                .orElse(null);
    }

    @GetMapping("/events/{id}")
    String event(@PathVariable long id, Model model) {
        model.addAttribute("show", catalogue.one(id));
        return "catalogue/event";
    }
}
