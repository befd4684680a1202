package podo.web.hall;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.client.ServiceRefusal;
import podo.web.client.VenueClient;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** The venue form: each change shows a preview of the plan, the last step creates the venue. */
@Controller
@RequestMapping("/admin/venues")
class VenuePages {

    private final VenueClient venues;
    private final Words words;

    VenuePages(VenueClient venues, Words words) {
        this.venues = venues;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("venues", venues.listOwn());
        return "admin/venues";
    }

    @GetMapping("/new")
    String showNew(Model model) {
        return showForm(VenueForm.forNewVenue(), model);
    }

    @PostMapping("/preview")
    @FormOn("/admin/venues/new")
    String preview(
            @ModelAttribute("form") VenueForm form,
            @RequestParam(required = false) @Nullable String more,
            HttpServletRequest request,
            Model model) {
        String page = showForm(more == null ? form : form.withEmptyLine(), model);
        return ResponseKind.isHtmx(request) ? "admin/venue :: plan" : page;
    }

    @PostMapping
    @FormOn("/admin/venues/new")
    String create(
            @ModelAttribute("form") VenueForm form,
            @RequestParam(required = false) @Nullable String draw,
            HttpServletResponse response,
            Model model) {
        Map<String, String> wrong = form.validate(words);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return showForm(form, model);
        }
        try {
            VenueClient.Venue created = venues.create(form.venue());
            return draw == null
                    ? "redirect:/admin/events/new?venue=" + created.id()
                    : "redirect:/admin/venues/" + created.id() + "/plan";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, form::formField, words, response, model);
            return showForm(form, model);
        }
    }

    private String showForm(VenueForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("plan", PlanPreview.of(form.venue().sections(), venues));
        return "admin/venue";
    }
}
