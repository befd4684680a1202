package podo.web.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.line.ActivitySignal;
import podo.web.line.EntryPassGate;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The seat page of one event, as a list or a map, and the form that holds the chosen seats. */
@Controller
@RequestMapping("/events/{id}/seats")
class SeatPages {

    /** The line's and inventory's refusals that send a fan back to the line. */
    private static final Set<String> LINE_REFUSALS =
            Set.of("no-pass", "not-your-turn", "not-in-line", "no-line-yet", "line-not-open");

    private final EntryPassGate passGate;
    private final ActivitySignal activity;
    private final SeatProposals proposals;
    private final SeatChoiceDesk desk;
    private final Reentry reentry;
    private final SeatPageModel pageModel;
    private final Words words;

    SeatPages(
            EntryPassGate passGate,
            ActivitySignal activity,
            SeatProposals proposals,
            SeatChoiceDesk desk,
            Reentry reentry,
            SeatPageModel pageModel,
            Words words) {
        this.passGate = passGate;
        this.activity = activity;
        this.proposals = proposals;
        this.desk = desk;
        this.reentry = reentry;
        this.pageModel = pageModel;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            SeatSelection selection,
            @RequestParam(required = false) @Nullable Integer best,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(name = "no-more-time", required = false) @Nullable String noMoreTime,
            @AuthenticationPrincipal Visitor me,
            HttpSession session,
            Model model) {
        EntryPassGate.PassCheck check = passGate.check(session, id, me);
        if (check.isRefused()) {
            desk.keepChoice(session, id, selection);
            return "redirect:" + check.lineUrl();
        }
        SeatSelection shown = withKeptChoice(id, selection, session, model);
        if (noMoreTime != null) {
            model.addAttribute("problem", words.of("seats.more.none"));
        }
        try (SideBySide calls = SideBySide.open()) {
            calls.start(() -> report(id, me));
            if (best != null) {
                SeatClient.Proposal proposed = proposals.propose(
                        id, new SeatProposals.SeatQuery(best, grade, maxPrice, selection.needsAccessible()));
                if (proposed.seats().isEmpty() && proposed.places().isEmpty()) {
                    model.addAttribute("problem", words.of("seats.best.none"));
                } else {
                    shown = selection.asListOf(seqs(proposed), places(proposed));
                }
            }
            return pageModel.fill(id, shown, check.get().expiresAt(), session, model);
        }
    }

    private boolean report(long id, Visitor me) {
        activity.report(id, me.id());
        return true;
    }

    private SeatSelection withKeptChoice(long id, SeatSelection selection, HttpSession session, Model model) {
        if (!selection.isEmpty()) {
            return selection;
        }
        Set<Integer> kept = desk.takeKeptChoice(session, id);
        Map<Long, Integer> places = desk.takeKeptPlaces(session, id);
        if (kept.isEmpty() && places.isEmpty()) {
            return selection;
        }
        model.addAttribute("kept", true);
        return selection.with(kept, places);
    }

    private static Set<Integer> seqs(SeatClient.Proposal proposed) {
        return proposed.seats().stream().map(SeatClient.Seat::seq).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Long, Integer> places(SeatClient.Proposal proposed) {
        return proposed.places().stream()
                .collect(Collectors.toMap(SeatClient.Places::areaId, SeatClient.Places::count, Integer::sum));
    }

    /** Shows another section of the list and keeps the seats that are ticked in this one. */
    @PostMapping("/section")
    @FormOn("/events/{id}/seats?section={section}&seat={seat}&area={area}&places={places}&accessible={accessible}")
    String section(@PathVariable long id, @RequestParam int show, SeatSelection selection) {
        return "redirect:/events/" + id + "/seats?view=list&section=" + show + selection.seatParameters()
                + selection.accessibleParameter() + "#rows";
    }

    @PostMapping
    @FormOn("/events/{id}/seats?section={section}&seat={seat}&area={area}&places={places}&accessible={accessible}")
    String hold(
            @PathVariable long id,
            SeatSelection selection,
            @RequestParam(defaultValue = "") String attempt,
            @AuthenticationPrincipal Visitor me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpSession session = request.getSession();
        EntryPassGate.PassCheck check = passGate.check(session, id, me);
        if (check.isRefused()) {
            return redirectToLine(id, selection, check.lineUrl(), request, response);
        }
        if (selection.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", words.of("seats.none-chosen"));
            return showRefusal(id, selection, check.get(), request, model);
        }
        var choice = new SeatChoiceDesk.Choice(
                List.copyOf(selection.chosen()),
                selection.placesByArea(),
                selection.needsAccessible(),
                selection.expectedTotal(pageModel.planOf(id)));
        try {
            SeatChoiceDesk.HeldSeats held = holdSeats(id, choice, check.get().token(), attempt, session);
            return redirect(
                    "/checkout/" + held.booking().id() + (held.leavesAlone() ? "?alone" : ""), request, response);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500 || refusal.is("challenge-required")) {
                throw refusal;
            }
            if (LINE_REFUSALS.stream().anyMatch(refusal::is)) {
                return redirectToLine(id, selection, EntryPassGate.lineUrl(id, "slot-gone"), request, response);
            }
            response.setStatus(refusal.status());
            pageModel.addRefusal(id, selection, refusal, model);
            return showRefusal(id, selection, check.get(), request, model);
        }
    }

    /** A place inside that was given away is taken again where there is room: the fan sees nothing of it. */
    private SeatChoiceDesk.HeldSeats holdSeats(
            long id, SeatChoiceDesk.Choice choice, String pass, String attempt, HttpSession session) {
        try {
            return desk.holdSeats(id, choice, pass, attempt, session);
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("no-pass")) {
                throw refusal;
            }
            return reentry.enterAnd(newPass -> desk.holdSeats(id, choice, newPass, attempt, session), id, session);
        }
    }

    /** The choice is kept until the fan is inside again. */
    private String redirectToLine(
            long id,
            SeatSelection selection,
            String lineUrl,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.keepChoice(request.getSession(), id, selection);
        return redirect(lineUrl, request, response);
    }

    private String showRefusal(
            long id, SeatSelection selection, EntryPassGate.ValidPass pass, HttpServletRequest request, Model model) {
        pageModel.addNewAttempt(id, model);
        return ResponseKind.isHtmx(request)
                ? "seats/answer :: answer"
                : pageModel.fill(id, selection.asList(), pass.expiresAt(), request.getSession(), model);
    }

    private static String redirect(String target, HttpServletRequest request, HttpServletResponse response) {
        if (!ResponseKind.isHtmx(request)) {
            return "redirect:" + target;
        }
        response.setHeader("HX-Redirect", target);
        return "seats/answer :: going";
    }
}
