package podo.web.admin;

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
import podo.web.board.BoardRange;
import podo.web.board.Boards;
import podo.web.client.EventClient;
import podo.web.client.RoomClient;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The live board of a sale with the controls of its line: rate, cap and mode; and the refused entries. */
@Controller
@RequestMapping("/admin/events/{id}/room")
class RoomPages {

    private static final String CLOSED = "CLOSED";

    private final RoomClient rooms;
    private final Boards boards;
    private final EventClient events;
    private final Words words;

    RoomPages(RoomClient rooms, Boards boards, EventClient events, Words words) {
        this.rooms = rooms;
        this.boards = boards;
        this.events = events;
        this.words = words;
    }

    /** @param live what an open page reads again: {@code figures} or {@code charts}; the whole page for anything else */
    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String range,
            @RequestParam(required = false) @Nullable String live,
            Model model) {
        if ("figures".equals(live)) {
            try (var calls = SideBySide.open()) {
                var panel = calls.start(() -> rooms.get(id));
                var show = calls.start(() -> events.getOwn(id));
                var board = calls.start(() -> boards.readFigures(id));
                model.addAttribute("panel", panel.result());
                model.addAttribute("show", show.result());
                model.addAttribute("board", board.result());
            }
            return "admin/room :: figures";
        }
        if ("charts".equals(live)) {
            rooms.get(id);
            model.addAttribute("board", boards.read(id, BoardRange.of(range)));
            return "admin/room :: charts";
        }
        model.addAttribute("done", done == null ? null : words.of("room.applied"));
        return fill(id, BoardRange.of(range), model);
    }

    /** Closing asks first; {@code sure} is the answer. */
    @PostMapping
    String change(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rate,
            @RequestParam(required = false) @Nullable String cap,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String sure,
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
            return fill(id, BoardRange.QUARTER, model);
        }
        try {
            Map<String, Object> levers = new LinkedHashMap<>(rooms.members(id).levers());
            if (CLOSED.equals(mode) && sure == null && !CLOSED.equals(levers.get("mode"))) {
                model.addAttribute("closing", new RoomClient.Levers(perSecond, inside, CLOSED));
                return fill(id, BoardRange.QUARTER, model);
            }
            levers.put("rate", perSecond);
            levers.put("cap", inside);
            if (mode != null) {
                levers.put("mode", mode);
            }
            rooms.change(id, levers);
            return "redirect:/admin/events/" + id + "/room?done";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(id, BoardRange.QUARTER, model);
        }
    }

    private String fill(long id, BoardRange range, Model model) {
        try (var calls = SideBySide.open()) {
            var panel = calls.start(() -> rooms.get(id));
            var refusals = calls.start(() -> rooms.refusals(id));
            var show = calls.start(() -> events.getOwn(id));
            var board = calls.start(() -> boards.read(id, range));
            model.addAttribute("panel", panel.result());
            model.addAttribute("refusals", refusals.result());
            model.addAttribute("show", show.result());
            model.addAttribute("board", board.result());
        }
        model.addAttribute("ranges", BoardRange.values());
        return "admin/room";
    }
}
