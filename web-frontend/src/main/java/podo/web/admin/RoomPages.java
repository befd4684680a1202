package podo.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.EventClient;
import podo.web.calls.RoomClient;
import podo.web.calls.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** The line of a running sale: what binds it, and the levers. */
@Controller
@RequestMapping("/admin/events/{id}/room")
class RoomPages {

    private final RoomClient rooms;
    private final EventClient shows;
    private final Words words;

    RoomPages(RoomClient rooms, EventClient shows, Words words) {
        this.rooms = rooms;
        this.shows = shows;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Model model) {
        if (ResponseKind.isHtmx(request)) {
            model.addAttribute("panel", rooms.panel(id));
            return "admin/room :: tiles";
        }
        model.addAttribute("done", done == null ? null : words.of("room.applied"));
        return page(id, model);
    }

    @PostMapping
    String steer(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rate,
            @RequestParam(required = false) @Nullable String cap,
            @RequestParam(defaultValue = "OPEN") String mode,
            HttpServletResponse response,
            Model model) {
        Map<String, String> unclear = new FormProblems(words)
                .needs("rate", rate)
                .number("rate", rate)
                .needs("cap", cap)
                .number("cap", cap)
                .found();
        Integer perSecond = NumberParser.of(rate);
        Integer inside = NumberParser.of(cap);
        if (perSecond == null || inside == null) {
            RefusedForm.atFields(unclear, response, model);
            return page(id, model);
        }
        try {
            rooms.steer(id, new RoomClient.Levers(perSecond, inside, mode));
            return "redirect:/admin/events/" + id + "/room?done";
        } catch (ServiceRefusal refusal) {
            RefusedForm.by(refusal, field -> field, words, response, model);
            return page(id, model);
        }
    }

    private String page(long id, Model model) {
        model.addAttribute("panel", rooms.panel(id));
        model.addAttribute("refusals", rooms.refusals(id));
        model.addAttribute("show", shows.one(id));
        return "admin/room";
    }
}
