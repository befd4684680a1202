package podo.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import podo.contracts.event.EventStatus;
import podo.web.calendar.CalendarFile;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.page.PageSettings;
import podo.web.page.ResponseKind;
import podo.web.shared.OfferedPage;

/** The list of events with search, and the page of one event. */
@Controller
class CataloguePages {

    private static final int EVENTS_PER_PAGE = 12;
    private static final int UNPROCESSABLE = 422;

    private final CachedCatalogue catalogue;
    private final EventSearchModel listModel;
    private final SaleReminder reminder;
    private final PageSettings settings;

    CataloguePages(
            CachedCatalogue catalogue, EventSearchModel listModel, SaleReminder reminder, PageSettings settings) {
        this.catalogue = catalogue;
        this.listModel = listModel;
        this.reminder = reminder;
        this.settings = settings;
    }

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "1") int page,
            EventSearch search,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        EventClient.EventPage found =
                catalogue.find(Math.clamp(page, 1, 10_000) - 1, EVENTS_PER_PAGE, search.toQuery(settings.zone()));
        int last = found.page().totalPages();
        if (found.content().isEmpty() && last > 0) {
            return "redirect:" + search.pageUrl(last);
        }
        OfferedPage.offer(request);
        listModel.fill(search, found, model);
        if (!search.problems().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
        }
        if (ResponseKind.isHtmx(request)) {
            // without the empty fields that the form sends
            response.setHeader("HX-Replace-Url", search.pageUrl(found.page().number() + 1));
        }
        boolean front = search.isEmpty() && found.page().number() == 0;
        model.addAttribute("front", front);
        model.addAttribute("next", front ? featured(found.content()) : null);
        return ResponseKind.isHtmx(request) ? "catalogue/results" : "catalogue/home";
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

    /** A reminder of the beginning of the sale, with an alarm ten minutes before; 404 once the sale has begun. */
    @GetMapping("/events/{id}/sale.ics")
    ResponseEntity<String> saleReminder(@PathVariable long id) {
        ListedEvent event = catalogue.get(id);
        if (!event.is(EventStatus.ANNOUNCED) && !event.is(EventStatus.LOBBY)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return CalendarFile.download(reminder.ics(event));
    }

    @GetMapping("/events/{id}")
    String event(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            RedirectAttributes link,
            Model model) {
        if (code != null && !code.isBlank()) {
            link.addAttribute("code", code); // the link of a presale
            return "redirect:/events/" + id + "/presale";
        }
        ListedEvent event = catalogue.get(id);
        if (!event.is(EventStatus.DRAFT)) {
            OfferedPage.offer(request); // a draft is its organiser's alone
        }
        model.addAttribute("show", event);
        model.addAttribute("mapUrl", settings.mapUrl(event.venue(), event.address(), event.city()));
        return "catalogue/event";
    }
}
