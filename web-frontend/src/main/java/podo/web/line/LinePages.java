package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.LineClient;
import podo.web.calls.LinePlace;
import podo.web.calls.ListedEvent;
import podo.web.calls.ServiceRefusal;
import podo.web.catalogue.CachedCatalogue;
import podo.web.page.PageSettings;
import podo.web.page.Visitor;
import podo.web.page.Words;

/** The line of one event, as a page that moves by itself and as one that reloads itself. */
@Controller
@RequestMapping("/events/{id}/queue")
class LinePages {

    private final LineClient lines;
    private final LineStanding standing;
    private final CachedCatalogue catalogue;
    private final EntryPassGate door;
    private final SeatAlertPages wishes;
    private final Words words;
    private final PageSettings settings;

    LinePages(
            LineClient lines,
            LineStanding standing,
            CachedCatalogue catalogue,
            EntryPassGate door,
            SeatAlertPages wishes,
            Words words,
            PageSettings settings) {
        this.lines = lines;
        this.standing = standing;
        this.catalogue = catalogue;
        this.door = door;
        this.wishes = wishes;
        this.words = words;
        this.settings = settings;
    }

    @ModelAttribute(binding = false)
    ReceiptCookies pocket(
            @AuthenticationPrincipal Visitor me, HttpServletRequest request, HttpServletResponse response) {
        return new ReceiptCookies(me, request, response);
    }

    /** Why a fan was sent here from the seats; nobody else's words are shown. */
    @ModelAttribute("refused")
    @Nullable
    String reason(@RequestParam(required = false) @Nullable String refused) {
        return refused != null && EntryPassGate.REASONS.contains(refused) ? refused : null;
    }

    @GetMapping
    String show(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies pocket, Model model) {
        return page(id, place(id, pocket, model), null, model);
    }

    /** Who comes back to the address of a step, by a log-in, a reload or the other language, wants the line. */
    @GetMapping({"/enter", "/leave"})
    String back(@PathVariable long id) {
        return "redirect:/events/" + id + "/queue";
    }

    @PostMapping
    String join(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies pocket, Model model) {
        try {
            LinePlace joined = standing.join(pocket, id);
            if (!joined.is("CLOSED")) {
                return "redirect:/events/" + id + "/queue";
            }
            model.addAttribute("closed", true); // and no place in it
            return page(id, null, null, model);
        } catch (ServiceRefusal refusal) {
            return refused(id, refusal, pocket, model);
        }
    }

    @PostMapping("/leave")
    String leave(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies pocket, HttpSession session) {
        standing.leave(pocket, id);
        door.drop(session, id);
        return "redirect:/events/" + id;
    }

    @PostMapping("/enter")
    String enter(
            @PathVariable long id,
            @ModelAttribute(binding = false) ReceiptCookies pocket,
            HttpSession session,
            Model model) {
        try {
            door.keep(session, id, lines.enter(id));
            pocket.drop(id);
            return "redirect:/events/" + id + "/seats";
        } catch (ServiceRefusal refusal) {
            return refused(id, refusal, pocket, model);
        }
    }

    private String refused(long id, ServiceRefusal refusal, ReceiptCookies pocket, Model model) {
        if (refusal.status() == 401 || refusal.status() >= 500) {
            throw refusal;
        }
        pocket.response().setStatus(refusal.status());
        refusal.retryAfter(pocket.response());
        return page(id, place(id, pocket, model), words.of(refusal), model);
    }

    private @Nullable LinePlace place(long id, ReceiptCookies pocket, Model model) {
        try {
            return standing.look(pocket, id);
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("not-in-line")) {
                throw refusal;
            }
        }
        LinePlace regained = standing.regain(pocket, id);
        model.addAttribute("rebuilt", regained != null);
        return regained;
    }

    private String page(long id, @Nullable LinePlace place, @Nullable String problem, Model model) {
        ListedEvent show = catalogue.one(id);
        model.addAttribute("show", show);
        model.addAttribute("place", place);
        model.addAttribute("problem", problem);
        model.addAttribute("heartbeat", settings.heartbeat().toMillis());
        if (place == null ? show.is("SOLD_OUT") : place.is("CLOSED")) {
            model.addAttribute("wish", wishes.of(id));
        }
        // nothing moves under the button of a fan whose turn it is
        if (place != null && (place.is("LOBBY") || place.is("WAITING"))) {
            Long pause = place.pollAfterMillis();
            model.addAttribute("refresh", Math.clamp(pause == null ? 5 : pause / 1000, 5, 30));
        }
        return "line/line";
    }
}
