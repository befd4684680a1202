package podo.web.seats;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.contracts.inventory.SeatIds;
import podo.web.catalogue.CachedCatalogue;
import podo.web.catalogue.FanPresaleClient;
import podo.web.catalogue.FanPresales;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.Times;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** Fills the model of the seat page and of the fragment that shows a refused hold. */
@Component
class SeatPageModel {

    private final HallPlans plans;
    private final SeatProposals proposals;
    private final CachedCatalogue catalogue;
    private final SeatChoiceDesk desk;
    private final FanPresales presales;
    private final Times times;
    private final Words words;

    SeatPageModel(
            HallPlans plans,
            SeatProposals proposals,
            CachedCatalogue catalogue,
            SeatChoiceDesk desk,
            FanPresales presales,
            Times times,
            Words words) {
        this.plans = plans;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.desk = desk;
        this.presales = presales;
        this.times = times;
        this.words = words;
    }

    /** The hall's plan as the pages know it, not older than any page that this front end has shown. */
    HallPlan planOf(long eventId) {
        return plans.newestCached(eventId);
    }

    /** Returns the view's name. */
    String fill(long eventId, SeatSelection selection, Instant passEnds, HttpSession session, Model model) {
        ListedEvent event;
        SeatListView seats;
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<@Nullable String> open = calls.start(() -> desk.findPayable(eventId));
            SideBySide.Call<ListedEvent> show = calls.start(() -> catalogue.get(eventId));
            seats = plans.current(eventId, selection.needsAccessible());
            event = show.result();
            model.addAttribute("open", open.result());
        }
        FanPresaleClient.Presale presale = presales.ofFan(event);
        Set<Integer> closed = seats.plan().gradesClosedBy(presale);
        seats = seats.without(closed);
        model.addAttribute("presale", presale);
        model.addAttribute("closed", closed);
        HallPlan plan = seats.plan();
        Set<Integer> chosen =
                selection.chosen().stream().filter(seats::isFree).collect(Collectors.toCollection(LinkedHashSet::new));
        int section = sectionToShow(selection, seats, chosen);
        model.addAttribute("show", event);
        model.addAttribute("mayExtend", event.extensions() == null || event.extensions() > 0);
        model.addAttribute("passEnds", passEnds);
        model.addAttribute("plan", plan);
        model.addAttribute("prices", prices(plan));
        model.addAttribute(
                "seen",
                plan.grades().stream()
                        .map(grade -> String.valueOf(grade.price()))
                        .collect(Collectors.joining(",")));
        model.addAttribute("accessible", selection.needsAccessible());
        model.addAttribute("hasCompanions", plan.seats().stream().anyMatch(HallPlan.Seat::companion));
        model.addAttribute("hasViews", plan.seats().stream().anyMatch(seat -> seat.view() != null));
        model.addAttribute("keepsAccessible", plan.seats().stream().anyMatch(HallPlan.Seat::accessible));
        model.addAttribute("accessibleNote", accessibleNote(plan));
        model.addAttribute("list", selection.isList());
        model.addAttribute("chosen", chosen);
        if (!selection.isList()) {
            model.addAttribute(
                    "listUrl",
                    "/events/" + eventId + "/seats?view=list"
                            + selection.with(chosen, selection.placesByArea()).seatParameters());
        }
        model.addAttribute("areas", seats.areas(selection.placesByArea(), event.seatsPerFan()));
        model.addAttribute("sections", seats.sections());
        model.addAttribute("section", section);
        model.addAttribute("rows", selection.isList() ? seats.rows(section, chosen) : List.of());
        model.addAttribute("elsewhere", seats.describe(outside(section, plan, chosen)));
        if (!model.containsAttribute("attempt")) {
            model.addAttribute("attempt", UUID.randomUUID());
        }
        return "seats/seats";
    }

    /** Adds the service's explanation, and for lost seats which these are and what may be had instead. */
    void addRefusal(long eventId, SeatSelection selection, ServiceRefusal refusal, Model model) {
        model.addAttribute("problem", words.of(refusal));
        if (!refusal.is("seats-taken")) {
            return;
        }
        Set<Integer> lost = lostSeats(refusal);
        SeatListView seats = plans.current(eventId, selection.needsAccessible());
        Set<Integer> kept = selection.chosen().stream()
                .filter(seq -> !lost.contains(seq))
                .filter(seats::isFree)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Integer> next = proposals.findReplacements(eventId, lost, kept, seats);
        model.addAttribute("lost", lost);
        model.addAttribute("lostWords", seats.describe(lost));
        model.addAttribute("next", seats.describe(next));
        model.addAttribute("nextSeqs", next);
        model.addAttribute("nearKept", !kept.isEmpty());
        model.addAttribute(
                "takenSeqs", Stream.concat(kept.stream(), next.stream()).toList());
    }

    /** Adds a new attempt id, so that the next try after a refusal is not taken for a repetition. */
    void addNewAttempt(long eventId, Model model) {
        model.addAttribute("attempt", UUID.randomUUID());
        model.addAttribute("eventId", eventId);
    }

    private @Nullable String accessibleNote(HallPlan plan) {
        Instant until = plan.accessibleUntil();
        if (until == null) {
            return null;
        }
        boolean reserved = until.isAfter(times.now());
        return words.of(reserved ? "seats.accessible.until" : "seats.accessible.open", times.full(until));
    }

    private static Set<Integer> lostSeats(ServiceRefusal refusal) {
        return refusal.member("seats") instanceof List<?> ids
                ? ids.stream()
                        .map(id -> SeatIds.seq(Long.parseLong(String.valueOf(id))))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private static List<Long> prices(HallPlan plan) {
        return plan.grades().stream()
                .map(HallPlan.Grade::price)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Integer> outside(int section, HallPlan plan, Set<Integer> chosen) {
        return chosen.stream()
                .filter(seq ->
                        plan.seat(seq).filter(seat -> seat.section() != section).isPresent())
                .toList();
    }

    private static int sectionToShow(SeatSelection selection, SeatListView seats, Set<Integer> chosen) {
        HallPlan plan = seats.plan();
        if (selection.section() != null) {
            return Math.clamp(
                    selection.section(), 0, Math.max(0, plan.sections().size() - 1));
        }
        return chosen.stream()
                .findFirst()
                .flatMap(plan::seat)
                .map(HallPlan.Seat::section)
                .orElseGet(() -> selection.needsAccessible() ? seats.firstAccessibleSection() : 0);
    }
}
