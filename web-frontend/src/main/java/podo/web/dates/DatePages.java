package podo.web.dates;

import jakarta.servlet.http.HttpServletResponse;
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
import podo.contracts.event.EventStatus;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.series.DateOutcome;
import podo.web.series.OrganiserChanges;

/** All dates of a show on one page: further ones are added several at once, and drafts are published together. */
@Controller
@RequestMapping("/admin/events/{id}/dates")
class DatePages {

    private static final int MOST_COUNTED = 60;

    private final EventClient events;
    private final OrganiserChanges changes;
    private final Times times;
    private final Words words;

    DatePages(EventClient events, OrganiserChanges changes, Times times, Words words) {
        this.events = events;
        this.changes = changes;
        this.times = times;
        this.words = words;
    }

    /** @param added how many dates were added a moment ago */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable String added, Model model) {
        if (added != null && added.matches("[1-9][0-9]?") && Integer.parseInt(added) <= MOST_COUNTED) {
            model.addAttribute("done", words.of("dates.added", Integer.parseInt(added)));
        }
        return page(id, new DatesForm(null), model);
    }

    @PostMapping("/more")
    @FormOn("/admin/events/{id}/dates")
    String addLines(@PathVariable long id, @ModelAttribute("form") DatesForm form, Model model) {
        return page(id, form.withMoreLines(), model);
    }

    @PostMapping
    String add(
            @PathVariable long id, @ModelAttribute("form") DatesForm form, HttpServletResponse response, Model model) {
        Map<String, String> wrong = form.validate(words);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return page(id, form, model);
        }
        try {
            int added = events.addDates(id, form.toDates(times.zoneId())).size();
            return "redirect:/admin/events/" + id + "/dates?added=" + added;
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, form::formField, words, response, model);
            return page(id, form, model);
        }
    }

    @PostMapping("/publish")
    @FormOn("/admin/events/{id}/dates")
    String publish(@PathVariable long id, HttpServletResponse response, Model model) {
        List<ListedEvent.OtherDate> drafts = events.getOwn(id).dates().stream()
                .filter(date -> date.is(EventStatus.DRAFT))
                .toList();
        List<DateOutcome> outcomes = changes.publish(drafts);
        if (outcomes.stream().allMatch(DateOutcome::done)) {
            model.addAttribute("done", words.of("dates.published", outcomes.size()));
        } else {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("outcomes", outcomes);
        }
        return page(id, new DatesForm(null), model);
    }

    private String page(long id, DatesForm form, Model model) {
        ListedEvent event = events.getOwn(id);
        model.addAttribute("show", event);
        model.addAttribute("form", form);
        model.addAttribute(
                "drafts",
                event.dates().stream()
                        .filter(date -> date.is(EventStatus.DRAFT))
                        .count());
        return "admin/dates";
    }
}
