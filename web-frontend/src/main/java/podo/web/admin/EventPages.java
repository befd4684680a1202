package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.BookingClient;
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

    /** What was typed into the form. */
    private record Typed(EventForm form, NoticeForm notice, TextsForm texts) {}

    private static final Logger log = LoggerFactory.getLogger(EventPages.class);
    private static final NoticeForm NO_NOTICE = new NoticeForm("", "", "");
    private static final int EVENTS_PER_PAGE = 50;
    private static final Set<String> DONE_KEYS = Set.of("changed", "publish", "withdraw", "cancel");

    private final EventClient events;
    private final VenueClient venues;
    private final BookingClient bookings;
    private final CachedCatalogue catalogue;
    private final Times times;
    private final PageSettings settings;
    private final Words words;

    EventPages(
            EventClient events,
            VenueClient venues,
            BookingClient bookings,
            CachedCatalogue catalogue,
            Times times,
            PageSettings settings,
            Words words) {
        this.events = events;
        this.venues = venues;
        this.bookings = bookings;
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
        return showForm(null, venueOfEvent, new Typed(EventForm.forNewEvent(venueOfEvent, times), NO_NOTICE, TextsForm.EMPTY), model);
    }

    @GetMapping("/events/{id}")
    String edit(@PathVariable long id, Model model) {
        ListedEvent event = events.getOwn(id);
        NoticeForm notice =
                new NoticeForm(event.version() == null ? "" : event.version().toString(), "", "");
        return showForm(event, venueOf(event), new Typed(EventForm.of(event, times), notice, TextsForm.of(event)), model);
    }

    @PostMapping("/events/more")
    @FormOn({"/admin/events/{id}", "/admin/events/new?venue={venue}"})
    String addLine(
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("notice") NoticeForm notice,
            @ModelAttribute("texts") TextsForm texts,
            @RequestParam long venue,
            @RequestParam(required = false) @Nullable Long id,
            Model model) {
        Typed typed = new Typed(form.withEmptyLine(), notice, texts);
        return showForm(id == null ? null : events.getOwn(id), venues.get(venue), typed, model);
    }

    @PostMapping("/events")
    @FormOn("/admin/events/new?venue={venue}")
    String draft(
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("texts") TextsForm texts,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(null, venue, new Typed(form, NO_NOTICE, texts), response, model);
    }

    @PostMapping("/events/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("notice") NoticeForm notice,
            @ModelAttribute("texts") TextsForm texts,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(id, venue, new Typed(form, notice, texts), response, model);
    }

    private String save(@Nullable Long id, long venue, Typed sent, HttpServletResponse response, Model model) {
        ListedEvent event = id == null ? null : events.getOwn(id);
        EventForm opened = event == null ? EventForm.EMPTY : EventForm.of(event, times);
        TextsForm openedTexts = event == null ? TextsForm.EMPTY : TextsForm.of(event);
        Typed typed = new Typed(
                sent.form().filledFrom(opened), sent.notice(), sent.texts().filledFrom(openedTexts));
        var mapper = new EventFormMapper(typed.form());
        Map<String, String> wrong = new LinkedHashMap<>(mapper.validate(words));
        wrong.putAll(typed.notice().validate(words));
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return showForm(event, venues.get(venue), typed, model);
        }
        try {
            EventClient.EventDraft draft = mapper.draft(venue, typed.texts(), settings.zone());
            if (event == null) {
                return "redirect:/admin/events/" + events.create(draft).id();
            }
            Map<String, Object> body =
                    EventFormChanges.of(events.members(event.id()), event, opened, typed.form(), draft);
            if (typed.texts().differsFrom(openedTexts)) {
                body.put("texts", typed.texts().toTexts());
            }
            typed.notice().addTo(body, settings.zone());
            events.change(event.id(), body);
            catalogue.clear();
            return "redirect:/admin?done=changed";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, mapper::formField, words, response, model);
            return event != null && refusal.is("changed-meanwhile")
                    ? showBoth(event.id(), venue, typed, model)
                    : showForm(event, venues.get(venue), typed, model);
        }
    }

    /** What was typed, with what somebody else saved at each field that differs; saving again replaces that. */
    private String showBoth(long id, long venue, Typed typed, Model model) {
        ListedEvent saved = events.getOwn(id);
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<String, String> differences = new LinkedHashMap<>(typed.form().differences(EventForm.of(saved, times)));
        differences.putAll(typed.texts().differences(TextsForm.of(saved)));
        differences.forEach(
                (field, value) -> wrong.put(field, words.of("admin.event.saved-meanwhile", inWords(field, value))));
        model.addAttribute("wrong", wrong);
        NoticeForm notice = new NoticeForm(
                String.valueOf(saved.version()),
                typed.notice().noteToBuyers(),
                typed.notice().freeUntil());
        return showForm(saved, venues.get(venue), new Typed(typed.form(), notice, typed.texts()), model);
    }

    private String inWords(String field, String value) {
        if (value.equals(EventForm.NOTHING)) {
            return value;
        }
        return switch (field) {
            case "kind" -> words.of("kind." + value);
            case "singleSeatPolicy" ->
                EventForm.POLICIES.contains(value) ? words.of("admin.event.single." + value) : value;
            case "startsAt", "doorsAt", "onSaleAt", "lobbyOpensAt", "salesEndAt" -> value.replace('T', ' ');
            default -> value;
        };
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

    /** Null for a draft, and while the orders can't be read. */
    private @Nullable Long countBuyers(ListedEvent event) {
        if (event.is(EventStatus.DRAFT)) {
            return null;
        }
        try {
            return bookings.countBuyers(event.id()).page().totalElements();
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            log.warn("The buyers of event {} could not be counted: {}", event.id(), e.toString());
            return null;
        }
    }

    private VenueClient.Venue venueOf(ListedEvent event) {
        return venues.get(event.venueId() == null ? 0 : event.venueId());
    }

    private String showForm(
            @Nullable ListedEvent event, VenueClient.Venue hall, Typed typed, Model model) {
        model.addAttribute("show", event);
        model.addAttribute("hall", hall);
        model.addAttribute("form", typed.form());
        model.addAttribute("notice", typed.notice());
        model.addAttribute("texts", typed.texts());
        model.addAttribute("buyers", event == null ? null : countBuyers(event));
        model.addAttribute("kinds", EventKind.values());
        return "admin/event";
    }
}
