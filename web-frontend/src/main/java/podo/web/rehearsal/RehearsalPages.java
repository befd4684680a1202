package podo.web.rehearsal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.FormProblems;
import podo.web.admin.NumberParser;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The rehearsal of an event's sale. While it runs the page reads its progress every second; without scripts it is read again. */
@Controller
@RequestMapping("/admin/events/{id}/rehearsal")
class RehearsalPages {

    private static final String VIEW = "admin/rehearsal";

    private final RehearsalClient rehearsals;
    private final RehearsalResults results;
    private final RehearsalTakeOver settings;
    private final EventClient events;
    private final Words words;

    RehearsalPages(
            RehearsalClient rehearsals,
            RehearsalResults results,
            RehearsalTakeOver settings,
            EventClient events,
            Words words) {
        this.rehearsals = rehearsals;
        this.results = results;
        this.settings = settings;
        this.events = events;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        fill(id, null, model);
        if (!ResponseKind.isHtmx(request)) {
            return VIEW;
        }
        if (!(model.getAttribute("report") instanceof RehearsalClient.Report report) || !report.is("RUNNING")) {
            response.setHeader("HX-Redirect", request.getRequestURI());
        }
        return VIEW + " :: progress";
    }

    @PostMapping
    String start(
            @PathVariable long id,
            @ModelAttribute("form") RehearsalForm form,
            HttpServletResponse response,
            Model model) {
        Map<String, String> wrong = form.validate(words);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(id, form, model);
        }
        try {
            rehearsals.start(id, form.toPlan());
            return redirect(id);
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(
                    refusal, field -> field.equals("overSeconds") ? "overMinutes" : field, words, response, model);
            return fill(id, form, model);
        }
    }

    @PostMapping("/cancel")
    @FormOn("/admin/events/{id}/rehearsal")
    String cancel(@PathVariable long id) {
        rehearsals.cancel(id);
        return redirect(id);
    }

    /** Rate, cap and hold time as the page showed them. */
    @PostMapping("/settings")
    @FormOn("/admin/events/{id}/rehearsal")
    String takeOver(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rate,
            @RequestParam(required = false) @Nullable String cap,
            @RequestParam(required = false) @Nullable String hold,
            HttpServletResponse response,
            Model model) {
        Map<String, String> wrong = new FormProblems(words)
                .require("rate", rate)
                .checkNumber("rate", rate)
                .require("cap", cap)
                .checkNumber("cap", cap)
                .require("hold", hold)
                .checkNumber("hold", hold)
                .found();
        Integer perSecond = NumberParser.of(rate);
        Integer inside = NumberParser.of(cap);
        Integer seconds = NumberParser.of(hold);
        if (perSecond == null || inside == null || seconds == null) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(id, null, model);
        }
        RehearsalTakeOver.Untaken untaken =
                settings.takeOver(id, new RehearsalClient.Setting(perSecond, inside, seconds));
        if (untaken != null) {
            response.setStatus(untaken.status());
            model.addAttribute("problem", untaken.text());
            return fill(id, null, model);
        }
        return "redirect:/admin/events/" + id + "/room?done";
    }

    private static String redirect(long id) {
        return "redirect:/admin/events/" + id + "/rehearsal";
    }

    private String fill(long id, @Nullable RehearsalForm typed, Model model) {
        try (var calls = SideBySide.open()) {
            var own = calls.start(() -> events.getOwn(id));
            var last = calls.start(() -> find(id));
            ListedEvent show = own.result();
            RehearsalClient.Report report = last.result();
            model.addAttribute("show", show);
            model.addAttribute("report", report);
            model.addAttribute("result", report == null ? null : results.of(report));
            model.addAttribute("refresh", report != null && report.is("RUNNING") ? 2 : null);
            model.addAttribute("form", typed == null ? form(show, report) : typed);
        }
        return VIEW;
    }

    private static RehearsalForm form(ListedEvent show, RehearsalClient.@Nullable Report report) {
        return report == null
                ? RehearsalForm.of(show.capacity() == null ? 0 : show.capacity(), show.seatsPerFan())
                : RehearsalForm.of(report.plan());
    }

    private RehearsalClient.@Nullable Report find(long id) {
        try {
            return rehearsals.get(id);
        } catch (ServiceRefusal refusal) {
            if (refusal.is("no-rehearsal")) {
                return null;
            }
            throw refusal;
        }
    }
}
