package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.draft.FormOrigin;
import podo.web.draft.KeptEventForms;
import podo.web.draft.TypedFields;
import podo.web.form.FormOn;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.series.DateOutcome;
import podo.web.series.OrganiserChanges;
import podo.web.series.OtherDatesForm;

/** An organiser's events: drafting, changing, publishing, withdrawing while nothing is sold, cancelling afterwards. */
@Controller
@RequestMapping("/admin")
class EventPages {

    /** What was typed into the form. */
    private record Typed(EventForm form, NoticeForm notice, TextsForm texts, FormOrigin origin) {

        static Typed of(KeptEventForms.Opened kept, EventForm opened, TextsForm openedTexts) {
            return new Typed(
                    TypedFields.bind(kept.fields(), EventForm.class).filledFrom(opened),
                    TypedFields.bind(kept.fields(), NoticeForm.class),
                    TypedFields.bind(kept.fields(), TextsForm.class).filledFrom(openedTexts),
                    kept.origin());
        }
    }

    private static final NoticeForm NO_NOTICE = new NoticeForm("", "", "", "");
    private static final OtherDatesForm NO_DATES = new OtherDatesForm(null, null);
    /** What an event that is duplicated has to get anew. */
    private static final List<String> DATES = List.of("startsAt", "doorsAt", "onSaleAt", "lobbyOpensAt", "salesEndAt");

    private final EventClient events;
    private final VenueClient venues;
    private final BuyerCounts buyers;
    private final OrganiserChanges changes;
    private final Times times;
    private final KeptEventForms keptForms;
    private final Words words;

    EventPages(
            EventClient events,
            VenueClient venues,
            BuyerCounts buyers,
            OrganiserChanges changes,
            Times times,
            KeptEventForms keptForms,
            Words words) {
        this.events = events;
        this.venues = venues;
        this.buyers = buyers;
        this.changes = changes;
        this.times = times;
        this.keptForms = keptForms;
        this.words = words;
    }

    /** On every form of an event, so that ticked dates are still ticked when it is shown again. */
    @ModelAttribute("dates")
    OtherDatesForm dates(
            @RequestParam(required = false) @Nullable List<String> also,
            @RequestParam(required = false) @Nullable List<String> parts) {
        return new OtherDatesForm(also, parts);
    }

    @GetMapping("/events/new")
    String showNew(
            @RequestParam(required = false) @Nullable Long venue,
            @RequestParam(required = false) @Nullable Long keptForm,
            Model model) {
        if (venue == null) {
            return "redirect:/admin/venues";
        }
        VenueClient.Venue hall = venues.get(venue);
        Typed typed = keptForm == null
                ? new Typed(EventForm.forNewEvent(hall, times), NO_NOTICE, TextsForm.EMPTY, FormOrigin.fresh())
                : Typed.of(keptForms.open(keptForm), EventForm.EMPTY, TextsForm.EMPTY);
        return showForm(null, hall, typed, model);
    }

    /** @param keptForm changes of a draft that were typed and not saved, to go on with */
    @GetMapping("/events/{id}")
    String edit(@PathVariable long id, @RequestParam(required = false) @Nullable Long keptForm, Model model) {
        ListedEvent event = events.getOwn(id);
        EventForm opened = EventForm.of(event, times);
        if (keptForm != null) {
            return showForm(
                    event, venueOf(event), Typed.of(keptForms.open(keptForm), opened, TextsForm.of(event)), model);
        }
        if (event.is(EventStatus.DRAFT)) {
            model.addAttribute("unsaved", keptForms.unsavedOf(id));
        }
        NoticeForm notice =
                new NoticeForm(event.version() == null ? "" : event.version().toString(), "", "", "");
        return showForm(
                event, venueOf(event), new Typed(opened, notice, TextsForm.of(event), FormOrigin.fresh()), model);
    }

    /** A new form with all of an event but its dates; its poster is copied when the form is saved. */
    @PostMapping("/events/{id}/copy")
    @FormOn("/admin/events/{id}")
    String copy(@PathVariable long id) {
        ListedEvent event = events.getOwn(id);
        Map<String, String> fields = TypedFields.of(EventForm.of(event, times), TextsForm.of(event));
        DATES.forEach(date -> fields.put(date, ""));
        long venue = venueOf(event).id();
        long kept = keptForms.duplicate(event, venue, fields);
        return "redirect:/admin/events/new?venue=" + venue + "&keptForm=" + kept;
    }

    /** @param more {@code kind} for an empty line of kinds of ticket, else one of grades */
    @PostMapping("/events/more")
    @FormOn({"/admin/events/{id}", "/admin/events/new?venue={venue}"})
    String addLine(
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("notice") NoticeForm notice,
            @ModelAttribute("texts") TextsForm texts,
            @ModelAttribute("origin") FormOrigin origin,
            @RequestParam long venue,
            @RequestParam(required = false) @Nullable Long id,
            @RequestParam(defaultValue = "") String more,
            Model model) {
        EventForm longer = more.equals("kind") ? form.withEmptyKind() : form.withEmptyLine();
        Typed typed = new Typed(longer, notice, texts, origin);
        return showForm(id == null ? null : events.getOwn(id), venues.get(venue), typed, model);
    }

    @PostMapping("/events")
    @FormOn("/admin/events/new?venue={venue}")
    String draft(
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("texts") TextsForm texts,
            @ModelAttribute("origin") FormOrigin origin,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(null, venue, new Typed(form, NO_NOTICE, texts, origin), NO_DATES, response, model);
    }

    @PostMapping("/events/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") EventForm form,
            @ModelAttribute("notice") NoticeForm notice,
            @ModelAttribute("texts") TextsForm texts,
            @ModelAttribute(name = "dates", binding = false) OtherDatesForm dates,
            @ModelAttribute("origin") FormOrigin origin,
            @RequestParam long venue,
            HttpServletResponse response,
            Model model) {
        return save(id, venue, new Typed(form, notice, texts, origin), dates, response, model);
    }

    private String save(
            @Nullable Long id,
            long venue,
            Typed sent,
            OtherDatesForm dates,
            HttpServletResponse response,
            Model model) {
        ListedEvent event = id == null ? null : events.getOwn(id);
        EventForm opened = event == null ? EventForm.EMPTY : EventForm.of(event, times);
        TextsForm openedTexts = event == null ? TextsForm.EMPTY : TextsForm.of(event);
        Typed typed = new Typed(
                sent.form().filledFrom(opened), sent.notice(), sent.texts().filledFrom(openedTexts), sent.origin());
        var mapper = new EventFormMapper(typed.form());
        Map<String, String> wrong = new LinkedHashMap<>(mapper.validate(opened, words, times));
        wrong.putAll(typed.notice().validate(words));
        if (event != null
                && typed.notice().isMove()
                && opened.startsAtIs(typed.form().startsAt())) {
            wrong.put("startsAt", words.of("admin.move.same"));
        }
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return showForm(event, venues.get(venue), typed, model);
        }
        try {
            EventClient.EventDraft draft = mapper.draft(venue, typed.texts(), times.zoneId());
            if (event == null) {
                long created = events.create(draft).id();
                keptForms.finish(typed.origin(), created);
                return "redirect:/admin/events/" + created;
            }
            Map<String, Object> members = events.members(event.id());
            Map<String, Object> body = EventFormChanges.of(members, event, opened, typed.form(), draft);
            if (typed.texts().differsFrom(openedTexts)) {
                body.put("texts", typed.texts().toTexts());
            }
            typed.notice().addTo(body, times.zoneId());
            List<DateOutcome> others = changes.change(event, members, body, dates);
            keptForms.finish(typed.origin().withoutPoster(), event.id());
            if (others.stream().allMatch(DateOutcome::done)) {
                return "redirect:/admin?done=" + done(typed.notice(), others);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("outcomes", others);
            return edit(event.id(), null, model);
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, mapper::formField, words, response, model);
            return event != null && refusal.is("changed-meanwhile")
                    ? showBoth(event.id(), venue, typed, model)
                    : showForm(event, venues.get(venue), typed, model);
        }
    }

    private static String done(NoticeForm notice, List<DateOutcome> others) {
        if (notice.isMove()) {
            return "moved";
        }
        return others.isEmpty() ? "changed" : "changed-dates";
    }

    /** What was typed, with what somebody else saved at each field that differs; saving again replaces that. */
    private String showBoth(long id, long venue, Typed typed, Model model) {
        ListedEvent saved = events.getOwn(id);
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<String, String> differences =
                new LinkedHashMap<>(EventFormDifferences.between(typed.form(), EventForm.of(saved, times)));
        differences.putAll(typed.texts().differences(TextsForm.of(saved)));
        differences.forEach((field, value) -> wrong.put(
                field, words.of("admin.event.saved-meanwhile", EventFormDifferences.inWords(field, value, words))));
        model.addAttribute("wrong", wrong);
        NoticeForm notice = new NoticeForm(
                String.valueOf(saved.version()),
                typed.notice().noteToBuyers(),
                typed.notice().freeUntil(),
                typed.notice().moving());
        return showForm(
                saved, venues.get(venue), new Typed(typed.form(), notice, typed.texts(), typed.origin()), model);
    }

    /**
     * @param act publish, withdraw or cancel
     * @param sure ticked; only for cancel, which cannot be undone
     */
    @PostMapping("/events/{id}/{act:publish|withdraw|cancel}")
    @FormOn({"/admin/events/{id}", "/admin"})
    String act(
            @PathVariable long id,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String sure,
            HttpServletResponse response,
            Model model) {
        if (act.equals("cancel") && sure == null) {
            RefusedForm.ofFields(Map.of("sure", words.of("admin.cancel.sure.wrong")), response, model);
            return edit(id, null, model);
        }
        try {
            changes.act(id, act);
            return "redirect:/admin?done=" + act;
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return edit(id, null, model);
        }
    }

    private VenueClient.Venue venueOf(ListedEvent event) {
        return venues.get(event.venueId() == null ? 0 : event.venueId());
    }

    private String showForm(@Nullable ListedEvent event, VenueClient.Venue hall, Typed typed, Model model) {
        model.addAttribute("show", event);
        model.addAttribute("hall", hall);
        model.addAttribute("form", typed.form());
        model.addAttribute("notice", typed.notice());
        model.addAttribute("texts", typed.texts());
        model.addAttribute("keptForm", typed.origin().keptForm());
        model.addAttribute("formKey", typed.origin().formKey());
        model.addAttribute("posterOf", typed.origin().posterOf());
        model.addAttribute("buyers", event == null ? null : buyers.count(event));
        model.addAttribute("kinds", EventKind.values());
        return "admin/event";
    }
}
