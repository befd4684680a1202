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
import podo.web.calls.Refusal;
import podo.web.calls.Rooms;
import podo.web.calls.Shows;
import podo.web.page.Wish;
import podo.web.page.Words;

/** The line of a running sale: what binds it, and the levers. */
@Controller
@RequestMapping("/admin/events/{id}/room")
class RoomPages {

    private final Rooms rooms;
    private final Shows shows;
    private final Words words;

    RoomPages(Rooms rooms, Shows shows, Words words) {
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
        if (Wish.isHtmx(request)) {
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
        Map<String, String> unclear = new Complaints(words)
                .needs("rate", rate)
                .number("rate", rate)
                .needs("cap", cap)
                .number("cap", cap)
                .found();
        Integer perSecond = Numbers.of(rate);
        Integer inside = Numbers.of(cap);
        if (perSecond == null || inside == null) {
            Refused.atFields(unclear, response, model);
            return page(id, model);
        }
        try {
            rooms.steer(id, new Rooms.Levers(perSecond, inside, mode));
            return "redirect:/admin/events/" + id + "/room?done";
        } catch (Refusal refusal) {
            Refused.by(refusal, field -> field, words, response, model);
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
