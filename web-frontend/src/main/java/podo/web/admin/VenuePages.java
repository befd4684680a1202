package podo.web.admin;

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
import podo.web.calls.ServiceRefusal;
import podo.web.calls.VenueClient;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** Building a hall from rows: every press shows the plan, the last one keeps it. */
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
    String all(Model model) {
        model.addAttribute("venues", venues.mine());
        return "admin/venues";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(VenueForm.fresh(), model);
    }

    @PostMapping("/preview")
    String preview(
            @ModelAttribute("form") VenueForm form,
            @RequestParam(required = false) @Nullable String more,
            HttpServletRequest request,
            Model model) {
        String page = form(more == null ? form : form.withOneMore(), model);
        return ResponseKind.isHtmx(request) ? "admin/venue :: plan" : page;
    }

    @PostMapping
    String build(@ModelAttribute("form") VenueForm form, HttpServletResponse response, Model model) {
        Map<String, String> unclear = form.unclear(words);
        if (!unclear.isEmpty()) {
            RefusedForm.atFields(unclear, response, model);
            return form(form, model);
        }
        try {
            VenueClient.Venue built = venues.build(form.venue());
            return "redirect:/admin/events/new?venue=" + built.id();
        } catch (ServiceRefusal refusal) {
            RefusedForm.by(refusal, form::field, words, response, model);
            return form(form, model);
        }
    }

    private static String form(VenueForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("plan", PlanPreview.of(form.venue().sections()));
        return "admin/venue";
    }
}
