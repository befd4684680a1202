package podo.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.starter.problem.NotFound;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;

/** One webhook: what was sent to it, sent again, a test, a new secret, its address and types, on and off. */
@Controller
@RequestMapping("/admin/team/{team}/webhooks/{hook}")
class WebhookLogPages {

    private static final String PAGE = "/admin/team/{team}/webhooks/{hook}";
    private static final int SIZE = 50;
    private static final Set<String> DONE = Set.of("again", "test", "changed");

    private final WebhookClient hooks;
    private final Words words;

    WebhookLogPages(WebhookClient hooks, Words words) {
        this.hooks = hooks;
        this.words = words;
    }

    /** @param before messages older than this one; null for the newest */
    @GetMapping
    String show(
            @PathVariable long team,
            @PathVariable long hook,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done != null && DONE.contains(done) ? words.of("hooks.done." + done) : null);
        return page(team, hook, before, model);
    }

    private String page(long team, long hook, @Nullable Long before, Model model) {
        List<WebhookClient.Sent> sent = hooks.messages(team, hook, before == null ? Long.MAX_VALUE : before, SIZE);
        WebhookClient.Hook found = hooks.list(team).stream()
                .filter(one -> one.id() == hook)
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("team", team);
        model.addAttribute("hook", found);
        model.addAttribute("sent", sent);
        model.addAttribute("older", sent.size() == SIZE ? sent.getLast().id() : null);
        model.addAttribute("types", WebhookPages.TYPES);
        return "team/webhook";
    }

    @PostMapping("/messages/{message}/again")
    @FormOn(PAGE)
    String sendAgain(
            @PathVariable long team,
            @PathVariable long hook,
            @PathVariable long message,
            HttpServletResponse response,
            Model model) {
        return change(() -> hooks.sendAgain(team, hook, message), "again", team, hook, response, model);
    }

    @PostMapping("/test")
    @FormOn(PAGE)
    String test(@PathVariable long team, @PathVariable long hook, HttpServletResponse response, Model model) {
        return change(() -> hooks.test(team, hook), "test", team, hook, response, model);
    }

    /** Shows the secret in its answer and nowhere else. */
    @PostMapping("/secret")
    @FormOn(PAGE)
    String renewSecret(@PathVariable long team, @PathVariable long hook, Model model) {
        model.addAttribute("made", hooks.renewSecret(team, hook));
        return page(team, hook, null, model);
    }

    @PostMapping
    @FormOn(PAGE)
    String change(
            @PathVariable long team,
            @PathVariable long hook,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(defaultValue = "false") boolean on,
            HttpServletResponse response,
            Model model) {
        WebhookClient.Change wish = new WebhookClient.Change(url, types == null ? List.of() : types, on);
        model.addAttribute("typed", wish);
        return change(() -> hooks.change(team, hook, wish), "changed", team, hook, response, model);
    }

    private String change(
            Runnable change, String done, long team, long hook, HttpServletResponse response, Model model) {
        try {
            change.run();
            return "redirect:/admin/team/" + team + "/webhooks/" + hook + "?done=" + done;
        } catch (ServiceRefusal refusal) {
            WebhookPages.refused(refusal, words, response, model);
            return page(team, hook, null, model);
        }
    }
}
