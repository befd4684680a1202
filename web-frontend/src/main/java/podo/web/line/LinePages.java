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
import podo.contracts.reservation.LineState;
import podo.starter.edge.PublicUrl;
import podo.web.client.LineClient;
import podo.web.client.LinePlace;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Visitor;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The line page of one event: joining, waiting, entering, leaving. It works with scripts (live) and without (reloading). */
@Controller
@RequestMapping("/events/{id}/queue")
class LinePages {

    private final LineClient lines;
    private final LineStanding standing;
    private final EntryPassGate passGate;
    private final LinePageModel pageModel;
    private final Words words;
    private final PublicUrl publicUrl;

    LinePages(
            LineClient lines,
            LineStanding standing,
            EntryPassGate passGate,
            LinePageModel pageModel,
            Words words,
            PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.lines = lines;
        this.standing = standing;
        this.passGate = passGate;
        this.pageModel = pageModel;
        this.words = words;
    }

    @ModelAttribute(binding = false)
    ReceiptCookies receipts(
            @AuthenticationPrincipal Visitor me, HttpServletRequest request, HttpServletResponse response) {
        return new ReceiptCookies(me, publicUrl, request, response);
    }

    /** The reason for which the seat pages sent the fan here; unknown values are ignored. */
    @ModelAttribute("refused")
    @Nullable
    String reason(@RequestParam(required = false) @Nullable String refused) {
        return refused != null && EntryPassGate.REASONS.contains(refused) ? refused : null;
    }

    @GetMapping
    String show(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies receipts, Model model) {
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<ListedEvent> event = calls.start(() -> pageModel.eventOf(id));
            LinePlace place = place(id, receipts, model);
            return pageModel.fill(event.result(), place, null, model);
        }
    }

    @PostMapping
    String join(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies receipts, Model model) {
        try {
            LinePlace joined = standing.join(receipts, id);
            if (!joined.is(LineState.CLOSED)) {
                return "redirect:/events/" + id + "/queue";
            }
            return pageModel.fill(id, joined, null, model);
        } catch (ServiceRefusal refusal) {
            return refused(id, refusal, receipts, model);
        }
    }

    @PostMapping("/leave")
    @FormOn("/events/{id}/queue")
    String leave(@PathVariable long id, @ModelAttribute(binding = false) ReceiptCookies receipts, HttpSession session) {
        standing.leave(receipts, id);
        passGate.remove(session, id);
        return "redirect:/events/" + id;
    }

    @PostMapping("/enter")
    @FormOn("/events/{id}/queue")
    String enter(
            @PathVariable long id,
            @ModelAttribute(binding = false) ReceiptCookies receipts,
            HttpSession session,
            Model model) {
        try {
            passGate.store(session, id, lines.enter(id));
            receipts.remove(id);
            return "redirect:/events/" + id + "/seats";
        } catch (ServiceRefusal refusal) {
            return refused(id, refusal, receipts, model);
        }
    }

    private String refused(long id, ServiceRefusal refusal, ReceiptCookies receipts, Model model) {
        if (refusal.status() == 401 || refusal.status() >= 500 || refusal.is("challenge-required")) {
            throw refusal;
        }
        receipts.response().setStatus(refusal.status());
        refusal.writeRetryAfter(receipts.response());
        return pageModel.fill(id, place(id, receipts, model), words.of(refusal), model);
    }

    private @Nullable LinePlace place(long id, ReceiptCookies receipts, Model model) {
        try {
            return standing.read(receipts, id);
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("not-in-line")) {
                throw refusal;
            }
        }
        LinePlace restored = standing.rejoinRebuiltLine(receipts, id);
        model.addAttribute("rebuilt", restored != null);
        return restored;
    }
}
