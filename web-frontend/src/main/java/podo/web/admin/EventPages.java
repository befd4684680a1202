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
import podo.contracts.event.EventKind;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.form.FormOn;
import podo.web.page.PageSettings;
import podo.web.page.Times;
import podo.web.page.Words;

/** An organiser's events: drafting, changing, publishing, withdrawing while nothing is sold, cancelling afterwards. */
@Controller
@RequestMapping("/admin")
class EventPages {

    private static final int EVENTS_PER_PAGE = 50;
    private static final Set<String> DONE_KEYS = Set.of("changed", "publish", "withdraw", "cancel");

    private final EventClient events;
    private final VenueClient venues;
    private final CachedCatalogue catalogue;
    private final Times times;
    private final PageSettings settings;
    private final Words words;

    EventPages(
            EventClient events,
            VenueClient venues,
            CachedCatalogue catalogue,
            Times times,
            PageSettings settings,
            Words words) {
        this.events = events;
        this.venues = venues;
        this.catalogue = catalogue;
        this.times = times;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("found", events.listOwn(Math.clamp(page, 1, 10_000) - 1, EVENTS_PER_PAGE));
        model.addAttribute("done", done != null && DONE_KEYS.contains(done) ? words.of("admin.done." + done) : null);
        return "admin/events";
    }

    @GetMapping("/events/new")
    String showNew(@RequestParam(required = false) @Nullable Long venue, Model model) {
        if (venue == null) {
            return "redirect:/admin/venues";
        }
        VenueClient.Venue venueOfEvent = venues.get(venue);
        return showForm(null, venueOfEvent, EventForm.forNewEvent(venueOfEvent, times), model);
    }

    @GetMapping("/events/{id}")
    String edit(@PathVariable long id, Model model) {
        ListedEvent event = events.getOwn(id);
        return showForm(event, venueOf(event), EventForm.of(event, times), model);
    }

    @PostMapping("/events/more")
    @FormOn({"/admin/events/{id}", "/admin/events/new?venue={venue}"})
    String addLine(
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            @RequestParam(required = false) @Nullable Long id,
            Model model) {
        return showAgain(id, venue, form.withEmptyLine(), model);
    }

    @PostMapping("/events")
    @FormOn("/admin/events/new?venue={venue}")
    String draft(
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(null, venue, form, response, model);
    }

    @PostMapping("/events/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") EventForm form,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(id, venue, form, response, model);
    }

    private String save(@Nullable Long id, long venue, EventForm form, HttpServletResponse response, Model model) {
        ListedEvent event = id == null ? null : events.getOwn(id);
        EventForm opened = event == null ? EventForm.EMPTY : EventForm.of(event, times);
        EventForm typed = form.filledFrom(opened);
        var mapper = new EventFormMapper(typed);
        Map<String, String> wrong = mapper.validate(words);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return showForm(event, venues.get(venue), typed, model);
        }
        try {
            EventClient.EventDraft draft = mapper.draft(venue, settings.zone());
            if (event == null) {
                return "redirect:/admin/events/" + events.create(draft).id();
            }
            events.change(event.id(), EventFormChanges.of(events.members(event.id()), event, opened, typed, draft));
            catalogue.clear();
            return "redirect:/admin?done=changed";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, mapper::formField, words, response, model);
            return showForm(event, venues.get(venue), typed, model);
        }
    }

    private String showAgain(@Nullable Long id, long venue, EventForm form, Model model) {
        return showForm(id == null ? null : events.getOwn(id), venues.get(venue), form, model);
    }

    /** @param act publish, withdraw or cancel */
    @PostMapping("/events/{id}/{act:publish|withdraw|cancel}")
    @FormOn({"/admin/events/{id}", "/admin"})
    String act(@PathVariable long id, @PathVariable String act, HttpServletResponse response, Model model) {
        try {
            switch (act) {
                case "publish" -> events.publish(id);
                case "withdraw" -> events.withdraw(id);
                default -> events.cancel(id);
            }
            catalogue.clear();
            return "redirect:/admin?done=" + act;
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return edit(id, model);
        }
    }

    private VenueClient.Venue venueOf(ListedEvent event) {
        return venues.get(event.venueId() == null ? 0 : event.venueId());
    }

    private static String showForm(@Nullable ListedEvent event, VenueClient.Venue hall, EventForm form, Model model) {
        model.addAttribute("show", event);
        model.addAttribute("hall", hall);
        model.addAttribute("form", form);
        model.addAttribute("kinds", EventKind.values());
        return "admin/event";
    }
}
