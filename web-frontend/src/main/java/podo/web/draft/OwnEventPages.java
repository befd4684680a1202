package podo.web.draft;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.EventClient;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The list of an organiser's events, with those that are still being written. */
@Controller
class OwnEventPages {

    private static final int EVENTS_PER_PAGE = 50;
    private static final Set<String> DONE_KEYS =
            Set.of("changed", "moved", "publish", "withdraw", "cancel", "discarded", "changed-dates");

    private final EventClient events;
    private final KeptFormClient keptForms;
    private final Words words;

    OwnEventPages(EventClient events, KeptFormClient keptForms, Words words) {
        this.events = events;
        this.keptForms = keptForms;
        this.words = words;
    }

    @GetMapping("/admin")
    String list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<EventClient.EventPage> found =
                    calls.start(() -> events.listOwn(Math.clamp(page, 1, 10_000) - 1, EVENTS_PER_PAGE));
            SideBySide.Call<List<KeptFormClient.KeptForm>> kept = calls.start(keptForms::list);
            model.addAttribute("found", found.result());
            model.addAttribute("keptForms", kept.result());
        }
        model.addAttribute("done", done != null && DONE_KEYS.contains(done) ? words.of("admin.done." + done) : null);
        return "admin/events";
    }
}
