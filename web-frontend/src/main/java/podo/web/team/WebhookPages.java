package podo.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;

/** A team's webhooks: made and deleted. The answer to the form shows the secret, which no other page does. */
@Controller
@RequestMapping("/admin/team/{team}/webhooks")
class WebhookPages {

    static final List<String> TYPES = List.of(
            "order.paid",
            "order.refunded",
            "ticket.checked_in",
            "ticket.check_in_undone",
            "event.published",
            "event.changed",
            "event.cancelled");

    private static final String PAGE = "/admin/team/{team}/webhooks";
    private static final Set<String> DONE = Set.of("deleted");

    private final WebhookClient hooks;
    private final Words words;

    WebhookPages(WebhookClient hooks, Words words) {
        this.hooks = hooks;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable long team, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done != null && DONE.contains(done) ? words.of("hooks.done." + done) : null);
        return page(team, model);
    }

    private String page(long team, Model model) {
        model.addAttribute("team", team);
        model.addAttribute("hooks", hooks.list(team));
        model.addAttribute("types", TYPES);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("url", "", "types", TYPES));
        }
        return "team/webhooks";
    }

    @PostMapping
    @FormOn(PAGE)
    String make(
            @PathVariable long team,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable List<String> types,
            HttpServletResponse response,
            Model model) {
        List<String> chosen = types == null ? List.of() : types;
        try {
            model.addAttribute("made", hooks.make(team, new WebhookClient.Wish(url, chosen)));
        } catch (ServiceRefusal refusal) {
            model.addAttribute("typed", Map.of("url", url, "types", chosen));
            refused(refusal, words, response, model);
        }
        return page(team, model);
    }

    @PostMapping("/{hook}/delete")
    @FormOn(PAGE)
    String delete(@PathVariable long team, @PathVariable long hook) {
        hooks.delete(team, hook);
        return "redirect:/admin/team/" + team + "/webhooks?done=deleted";
    }

    static void refused(ServiceRefusal refusal, Words words, HttpServletResponse response, Model model) {
        if (refusal.is("role-needed")) {
            throw refusal;
        }
        RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
    }
}
