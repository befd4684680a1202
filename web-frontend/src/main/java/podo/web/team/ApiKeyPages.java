package podo.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.starter.key.ApiScope;
import podo.web.admin.RefusedForm;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;

/** A team's API keys: made, shown once, and revoked. The answer to the form shows the key, which is kept nowhere, so a reload does not show it again. */
@Controller
@RequestMapping("/admin/team/{team}/keys")
class ApiKeyPages {

    private static final String PAGE = "/admin/team/{team}/keys";
    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);
    private static final int USUAL_DAYS = 90;

    private final ApiKeyClient keys;
    private final Words words;
    private final Clock clock;

    ApiKeyPages(ApiKeyClient keys, Words words, Clock clock) {
        this.keys = keys;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long team, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", "revoked".equals(done) ? words.of("keys.done.revoked") : null);
        return page(team, model);
    }

    private String page(long team, Model model) {
        Instant now = clock.instant();
        List<ApiKeyClient.Key> all = keys.list(team);
        model.addAttribute("team", team);
        model.addAttribute(
                "keys", all.stream().filter(key -> key.isInForce(now)).toList());
        model.addAttribute(
                "ended", all.stream().filter(key -> !key.isInForce(now)).toList());
        model.addAttribute("scopes", ApiScope.values());
        model.addAttribute("lives", DAYS);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("name", "", "scopes", List.of(), "days", USUAL_DAYS));
        }
        return "team/keys";
    }

    @PostMapping
    @FormOn(PAGE)
    String make(
            @PathVariable long team,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(required = false) @Nullable Integer days,
            HttpServletResponse response,
            Model model) {
        List<String> chosen = scopes == null ? List.of() : scopes;
        try {
            model.addAttribute("made", keys.make(team, new ApiKeyClient.NewKey(name, chosen, days)));
        } catch (ServiceRefusal refusal) {
            model.addAttribute(
                    "typed", Map.of("name", name, "scopes", chosen, "days", days == null ? USUAL_DAYS : days));
            refused(refusal, response, model);
        }
        return page(team, model);
    }

    @PostMapping("/{key}/revoke")
    @FormOn(PAGE)
    String revoke(@PathVariable long team, @PathVariable long key, HttpServletResponse response, Model model) {
        try {
            keys.revoke(team, key);
            return "redirect:/admin/team/" + team + "/keys?done=revoked";
        } catch (ServiceRefusal refusal) {
            refused(refusal, response, model);
            return page(team, model);
        }
    }

    private void refused(ServiceRefusal refusal, HttpServletResponse response, Model model) {
        if (refusal.is("role-needed")) {
            throw refusal;
        }
        RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
    }
}
