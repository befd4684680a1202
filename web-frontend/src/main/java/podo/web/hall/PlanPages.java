package podo.web.hall;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import podo.web.admin.RefusedForm;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.form.FormOn;
import podo.web.page.Words;

/** The page of a hall's plan. The drawing is a script's; sections are added, and halls copied, without it too. */
@Controller
@RequestMapping("/admin/venues/{id}")
class PlanPages {

    private static final Set<String> DONE_KEYS = Set.of("added", "copied");

    private final VenueClient venues;
    private final Words words;

    PlanPages(VenueClient venues, Words words) {
        this.venues = venues;
        this.words = words;
    }

    @GetMapping("/plan")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done != null && DONE_KEYS.contains(done) ? words.of("plan.done." + done) : null);
        return show(venues.get(id), SectionForm.EMPTY, null, model);
    }

    @PostMapping("/plan/sections")
    @FormOn("/admin/venues/{id}/plan")
    String addSection(
            @PathVariable long id,
            @ModelAttribute("form") SectionForm form,
            HttpServletResponse response,
            Model model) {
        try {
            venues.addSections(id, new VenueClient.AddedSections(List.of(form.section())));
            return "redirect:/admin/venues/" + id + "/plan?done=added";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, form::formField, words, response, model);
            return show(venues.get(id), form, null, model);
        }
    }

    @PostMapping("/copy")
    @FormOn("/admin/venues/{id}/plan")
    String copy(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String copyName,
            HttpServletResponse response,
            Model model) {
        try {
            VenueClient.Venue copy = venues.copy(id, new VenueClient.CopyName(copyName));
            return "redirect:/admin/venues/" + copy.id() + "/plan?done=copied";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field.equals("name") ? "copy-name" : field, words, response, model);
            return show(venues.get(id), SectionForm.EMPTY, copyName, model);
        }
    }

    private static String show(VenueClient.Venue hall, SectionForm form, @Nullable String copyName, Model model) {
        model.addAttribute("hall", hall);
        model.addAttribute("form", form);
        model.addAttribute("numberings", SectionForm.NUMBERINGS);
        model.addAttribute("copyName", copyName == null ? hall.name() + " 2" : copyName);
        return "admin/plan";
    }
}
