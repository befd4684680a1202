package podo.web.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import podo.web.calls.ListedEvent;
import podo.web.calls.SeatClient;
import podo.web.calls.ServiceRefusal;
import podo.web.catalogue.CachedCatalogue;
import podo.web.line.ActivitySignal;
import podo.web.line.EntryPassGate;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;
import podo.web.page.Words;

/** The seats of one event: the list as the base, the map on top of it, one form for both. */
@Controller
@RequestMapping("/events/{id}/seats")
class SeatPages {

    private static final int MOST = 20;

    private final HallPlans plans;
    private final SeatProposals next;
    private final CachedCatalogue catalogue;
    private final EntryPassGate door;
    private final ActivitySignal alive;
    private final SeatChoiceDesk desk;
    private final Words words;

    SeatPages(
            HallPlans plans,
            SeatProposals next,
            CachedCatalogue catalogue,
            EntryPassGate door,
            ActivitySignal alive,
            SeatChoiceDesk desk,
            Words words) {
        this.plans = plans;
        this.next = next;
        this.catalogue = catalogue;
        this.door = door;
        this.alive = alive;
        this.desk = desk;
        this.words = words;
    }

    /** What the fan looks at: map or list, one section of it, and what is chosen so far. */
    record View(
            @Nullable String view,
            @Nullable Integer section,
            @Nullable Set<Integer> seat,
            @Nullable Boolean accessible) {

        boolean needsAccessible() {
            return Boolean.TRUE.equals(accessible);
        }

        Set<Integer> chosen() {
            return seat == null
                    ? Set.of()
                    : seat.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    @GetMapping
    String show(
            @PathVariable long id,
            View view,
            @RequestParam(required = false) @Nullable Integer best,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(name = "no-more-time", required = false) @Nullable String noMoreTime,
            @AuthenticationPrincipal Visitor me,
            HttpSession session,
            Model model) {
        EntryPassGate.Look pass = door.show(session, id, me);
        if (pass.isEmpty()) {
            return "redirect:" + pass.wayBack();
        }
        alive.give(id);
        if (noMoreTime != null) {
            model.addAttribute("problem", words.of("seats.more.none"));
        }
        View seen = view;
        if (best != null) {
            List<Integer> proposed =
                    seqs(next.of(id, new SeatProposals.Wanted(best, grade, maxPrice, view.needsAccessible())));
            if (proposed.isEmpty()) {
                model.addAttribute("problem", words.of("seats.best.none"));
            } else {
                seen = new View("list", null, new LinkedHashSet<>(proposed), view.accessible());
            }
        }
        return page(id, seen, pass.get(), session, model);
    }

    /** The list's way to another section without losing what was ticked in this one. */
    @PostMapping("/section")
    String section(@PathVariable long id, @RequestParam int show, View view) {
        String ticked = view.chosen().stream().map(seq -> "&seat=" + seq).collect(Collectors.joining());
        return "redirect:/events/" + id + "/seats?view=list&section=" + show + ticked
                + (view.needsAccessible() ? "&accessible=true" : "") + "#rows";
    }

    @PostMapping
    String hold(
            @PathVariable long id,
            View view,
            @RequestParam(defaultValue = "") String attempt,
            @AuthenticationPrincipal Visitor me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpSession session = request.getSession();
        EntryPassGate.Look pass = door.show(session, id, me);
        if (pass.isEmpty()) {
            return go(pass.wayBack(), request, response);
        }
        if (view.chosen().isEmpty()) {
            model.addAttribute("problem", words.of("seats.none-chosen"));
            return refused(id, view, pass.get(), 422, request, response, model);
        }
        try {
            SeatChoiceDesk.Choice choice =
                    new SeatChoiceDesk.Choice(List.copyOf(view.chosen()), view.needsAccessible());
            SeatChoiceDesk.Held held = desk.hold(id, choice, pass.get().pass(), attempt, session);
            return go("/checkout/" + held.booking().id() + (held.leavesAlone() ? "?alone" : ""), request, response);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            if (refusal.is("no-pass")) {
                return go(EntryPassGate.wayBack(id, "slot-gone"), request, response);
            }
            tell(id, view, refusal, model);
            return refused(id, view, pass.get(), refusal.status(), request, response, model);
        }
    }

    private void tell(long id, View view, ServiceRefusal refusal, Model model) {
        model.addAttribute("problem", words.of(refusal));
        if (!refusal.is("seats-taken")) {
            return;
        }
        Set<Integer> lost = lost(refusal);
        model.addAttribute("lost", lost);
        model.addAttribute("lostWords", new SeatListView(plans.known(id), "", false).choices(lost));
        List<SeatClient.Offer> instead = next.insteadOf(id, lost, view.chosen().size(), view.needsAccessible());
        model.addAttribute("next", instead);
        model.addAttribute("nextSeqs", seqs(instead));
    }

    private static List<Integer> seqs(List<SeatClient.Offer> offers) {
        return offers.stream().map(SeatClient.Offer::seq).toList();
    }

    private static Set<Integer> lost(ServiceRefusal refusal) {
        return refusal.member("seats") instanceof List<?> ids
                ? ids.stream()
                        .map(seat -> (int) (Long.parseLong(String.valueOf(seat)) % 1_000_000))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private String refused(
            long id,
            View view,
            EntryPassGate.Shown pass,
            int status,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        model.addAttribute("attempt", UUID.randomUUID());
        model.addAttribute("eventId", id);
        if (ResponseKind.isHtmx(request)) {
            return "seats/answer :: answer";
        }
        return page(
                id,
                new View("list", view.section(), view.seat(), view.accessible()),
                pass,
                request.getSession(),
                model);
    }

    private static String go(String target, HttpServletRequest request, HttpServletResponse response) {
        if (!ResponseKind.isHtmx(request)) {
            return "redirect:" + target;
        }
        response.setHeader("HX-Redirect", target);
        return "seats/answer :: going";
    }

    private String page(long id, View view, EntryPassGate.Shown pass, HttpSession session, Model model) {
        SeatListView seating = plans.now(id, view.needsAccessible());
        HallPlan plan = seating.plan();
        Set<Integer> chosen =
                view.chosen().stream().filter(seating::free).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean list = "list".equals(view.view());
        int section = section(view, seating, chosen);
        ListedEvent show = catalogue.one(id);
        model.addAttribute("show", show);
        model.addAttribute("mayExtend", show.extensions() == null || show.extensions() > 0);
        model.addAttribute("passEnds", pass.expiresAt());
        model.addAttribute("plan", plan);
        model.addAttribute(
                "prices",
                plan.grades().stream()
                        .map(HallPlan.Grade::price)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("sections", seating.sections());
        model.addAttribute("list", list);
        model.addAttribute("section", section);
        model.addAttribute("accessible", view.needsAccessible());
        model.addAttribute("keepsAccessible", plan.seats().stream().anyMatch(HallPlan.Seat::accessible));
        model.addAttribute("rows", list ? seating.rows(section, chosen) : List.of());
        model.addAttribute("chosen", seating.choices(chosen));
        model.addAttribute(
                "total",
                seating.choices(chosen).stream()
                        .mapToLong(choice -> choice.grade().price())
                        .sum());
        model.addAttribute(
                "elsewhere",
                seating.choices(chosen.stream()
                        .filter(seq -> plan.seat(seq)
                                .filter(seat -> seat.section() != section)
                                .isPresent())
                        .toList()));
        model.addAttribute("open", desk.bookingOf(session, id));
        if (!model.containsAttribute("attempt")) {
            model.addAttribute("attempt", UUID.randomUUID());
        }
        return "seats/seats";
    }

    private static int section(View view, SeatListView seating, Set<Integer> chosen) {
        HallPlan plan = seating.plan();
        if (view.section() != null) {
            return Math.clamp(view.section(), 0, plan.sections().size() - 1);
        }
        return chosen.stream()
                .findFirst()
                .flatMap(plan::seat)
                .map(HallPlan.Seat::section)
                .orElseGet(() -> view.needsAccessible() ? seating.firstAccessible() : 0);
    }
}
