package podo.web.line;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.Lines;
import podo.web.calls.Place;
import podo.web.calls.Refusal;
import podo.web.calls.Show;
import podo.web.catalogue.Catalogue;
import podo.web.page.Words;

/** The line of one event, as a page that moves by itself and as one that reloads itself. */
@Controller
@RequestMapping("/events/{id}/queue")
class LinePages {

    private final Lines lines;
    private final Standing standing;
    private final Catalogue catalogue;
    private final EntryDoor door;
    private final SeatWishes wishes;
    private final Words words;

    LinePages(Lines lines, Standing standing, Catalogue catalogue, EntryDoor door, SeatWishes wishes, Words words) {
        this.lines = lines;
        this.standing = standing;
        this.catalogue = catalogue;
        this.door = door;
        this.wishes = wishes;
        this.words = words;
    }

    /** Why a fan was sent here from the seats; nobody else's words are shown. */
    @ModelAttribute("refused")
    @Nullable
    String reason(@RequestParam(required = false) @Nullable String refused) {
        return refused != null && EntryDoor.REASONS.contains(refused) ? refused : null;
    }

    @GetMapping
    String show(@PathVariable long id, HttpSession session, Model model) {
        return page(id, place(id, session), null, model);
    }

    @PostMapping
    String join(@PathVariable long id, HttpSession session, HttpServletResponse response, Model model) {
        try {
            standing.join(session, id);
            return "redirect:/events/" + id + "/queue";
        } catch (Refusal refusal) {
            return refused(id, refusal, session, response, model);
        }
    }

    @PostMapping("/leave")
    String leave(@PathVariable long id, HttpSession session) {
        standing.leave(session, id);
        door.drop(session, id);
        return "redirect:/events/" + id;
    }

    @PostMapping("/enter")
    String enter(@PathVariable long id, HttpSession session, HttpServletResponse response, Model model) {
        try {
            door.keep(session, id, lines.enter(id));
            standing.forget(session, id);
            return "redirect:/events/" + id + "/seats";
        } catch (Refusal refusal) {
            return refused(id, refusal, session, response, model);
        }
    }

    private String refused(long id, Refusal refusal, HttpSession session, HttpServletResponse response, Model model) {
        if (refusal.status() == 401 || refusal.status() >= 500) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        refusal.retryAfter(response);
        return page(id, place(id, session), words.of(refusal), model);
    }

    private @Nullable Place place(long id, HttpSession session) {
        try {
            return standing.look(session, id);
        } catch (Refusal refusal) {
            if (refusal.is("not-in-line")) {
                return null;
            }
            throw refusal;
        }
    }

    private String page(long id, @Nullable Place place, @Nullable String problem, Model model) {
        Show show = catalogue.one(id);
        model.addAttribute("show", show);
        model.addAttribute("place", place);
        model.addAttribute("problem", problem);
        if (place == null ? show.is("SOLD_OUT") : place.is("CLOSED")) {
            model.addAttribute("wish", wishes.of(id));
        }
        if (place != null && !place.is("CLOSED") && !place.is("ENTERED")) {
            Long pause = place.pollAfterMillis();
            model.addAttribute("refresh", Math.clamp(pause == null ? 5 : pause / 1000, 2, 30));
        }
        return "line/line";
    }
}
