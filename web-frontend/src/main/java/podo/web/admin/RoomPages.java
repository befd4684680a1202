package podo.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.EventClient;
import podo.web.client.RoomClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** The controls of a running sale's line: its state, rate, cap and mode, and the refused entries. */
@Controller
@RequestMapping("/admin/events/{id}/room")
class RoomPages {

    private final RoomClient rooms;
    private final EventClient events;
    private final Words words;

    RoomPages(RoomClient rooms, EventClient events, Words words) {
        this.rooms = rooms;
        this.events = events;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Model model) {
        if (ResponseKind.isHtmx(request)) {
            model.addAttribute("panel", rooms.get(id));
            model.addAttribute("show", events.getOwn(id));
            return "admin/room :: tiles";
        }
        model.addAttribute("done", done == null ? null : words.of("room.applied"));
        return fill(id, model);
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rate,
            @RequestParam(required = false) @Nullable String cap,
            @RequestParam(required = false) @Nullable String mode,
            HttpServletResponse response,
            Model model) {
        Map<String, String> wrong = new FormProblems(words)
                .require("rate", rate)
                .checkNumber("rate", rate)
                .require("cap", cap)
                .checkNumber("cap", cap)
                .found();
        Integer perSecond = NumberParser.of(rate);
        Integer inside = NumberParser.of(cap);
        if (perSecond == null || inside == null) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(id, model);
        }
        try {
            Map<String, Object> levers = new LinkedHashMap<>(rooms.members(id).levers());
            levers.put("rate", perSecond);
            levers.put("cap", inside);
            if (mode != null) {
                levers.put("mode", mode);
            }
            rooms.change(id, levers);
            return "redirect:/admin/events/" + id + "/room?done";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(id, model);
        }
    }

    private String fill(long id, Model model) {
        model.addAttribute("panel", rooms.get(id));
        model.addAttribute("refusals", rooms.refusals(id));
        model.addAttribute("show", events.getOwn(id));
        return "admin/room";
    }
}
