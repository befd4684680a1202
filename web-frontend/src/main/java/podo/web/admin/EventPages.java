package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.EventClient;
import podo.web.calls.ListedEvent;
import podo.web.calls.ServiceRefusal;
import podo.web.calls.VenueClient;
import podo.web.catalogue.CachedCatalogue;
import podo.web.page.PageSettings;
import podo.web.page.Times;
import podo.web.page.Words;

/** An organiser's events: write, change, publish, withdraw while nothing is sold, cancel afterwards. */
@Controller
@RequestMapping("/admin")
class EventPages {

    private static final Set<String> DONE = Set.of("changed", "publish", "withdraw", "cancel");

    private final EventClient shows;
    private final VenueClient venues;
    private final CachedCatalogue catalogue;
    private final Times times;
    private final PageSettings settings;
    private final Words words;

    EventPages(
            EventClient shows,
            VenueClient venues,
            CachedCatalogue catalogue,
            Times times,
            PageSettings settings,
            Words words) {
        this.shows = shows;
        this.venues = venues;
        this.catalogue = catalogue;
        this.times = times;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("found", shows.mine(0, 100));
        model.addAttribute("done", done != null && DONE.contains(done) ? words.of("admin.done." + done) : null);
        return "admin/events";
    }

    @GetMapping("/events/new")
    String fresh(@RequestParam(required = false) @Nullable Long venue, Model model) {
        if (venue == null) {
            return "redirect:/admin/venues";
        }
        VenueClient.Venue hall = venues.one(venue);
        return form(null, hall, EventForm.fresh(hall, times), model);
    }

    @GetMapping("/events/{id}")
    String edit(@PathVariable long id, Model model) {
        ListedEvent show = shows.one(id);
        return form(show, hall(show), EventForm.of(show, times), model);
    }

    @PostMapping("/events/more")
    String more(
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            @RequestParam(required = false) @Nullable Long id,
            Model model) {
        return again(id, venue, form.withOneMore(), model);
    }

    @PostMapping("/events")
    String draft(
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return keep(null, venue, form, response, model);
    }

    @PostMapping("/events/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return keep(id, venue, form, response, model);
    }

    private String keep(@Nullable Long id, long venue, EventForm form, HttpServletResponse response, Model model) {
        var terms = new EventFormMapper(form);
        Map<String, String> unclear = terms.unclear(words);
        if (!unclear.isEmpty()) {
            RefusedForm.atFields(unclear, response, model);
            return again(id, venue, form, model);
        }
        try {
            EventClient.Terms asked = terms.terms(venue, settings.zone());
            if (id == null) {
                return "redirect:/admin/events/" + shows.draft(asked).id();
            }
            shows.change(id, asked);
            catalogue.forget();
            return "redirect:/admin?done=changed";
        } catch (ServiceRefusal refusal) {
            RefusedForm.by(refusal, terms::field, words, response, model);
            return again(id, venue, form, model);
        }
    }

    private String again(@Nullable Long id, long venue, EventForm form, Model model) {
        return form(id == null ? null : shows.one(id), venues.one(venue), form, model);
    }

    /** @param act publish, withdraw or cancel */
    @PostMapping("/events/{id}/{act:publish|withdraw|cancel}")
    String act(@PathVariable long id, @PathVariable String act, HttpServletResponse response, Model model) {
        try {
            switch (act) {
                case "publish" -> shows.publish(id);
                case "withdraw" -> shows.withdraw(id);
                default -> shows.cancel(id);
            }
            catalogue.forget();
            return "redirect:/admin?done=" + act;
        } catch (ServiceRefusal refusal) {
            RefusedForm.by(refusal, field -> field, words, response, model);
            return edit(id, model);
        }
    }

    private VenueClient.Venue hall(ListedEvent show) {
        return venues.one(show.venueId() == null ? 0 : show.venueId());
    }

    private static String form(@Nullable ListedEvent show, VenueClient.Venue hall, EventForm form, Model model) {
        model.addAttribute("show", show);
        model.addAttribute("hall", hall);
        model.addAttribute("form", form);
        return "admin/event";
    }
}
