package podo.web.seats;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.web.client.SeatClient;

/** Finds seats by section, row and number, and the labels, prices and states of seats. */
@Component
public class SeatLabels {

    private final SeatClient seats;
    private final HallPlans plans;

    SeatLabels(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    /**
     * A seat with what it costs now, in whole won, and its state.
     *
     * @param style CSS class of what it is for
     * @param placeKey message key of what it is for; null for a seat like others
     */
    public record LabelledSeat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            SeatState state,
            String style,
            @Nullable String placeKey) {

        /** The seat's number within its event, from 1. */
        public int seq() {
            return SeatIds.seq(id);
        }

        /** Whether an organiser can give it to somebody: it is free, or kept from sale. */
        public boolean canBeGiven() {
            return state == SeatState.AVAILABLE || state == SeatState.BLOCKED;
        }
    }

    /** A grade or an area of the plan with its price in whole won. */
    public record Priced(String name, long price) {}

    /**
     * A standing area that the box office sells.
     *
     * @param gradeIndex its grade's place in the plan
     * @param most how many places can be chosen at once
     */
    public record DeskArea(
            long id, String name, int gradeIndex, Priced grade, int free, int capacity, int most, int chosen) {

        public boolean has(int places) {
            return places <= free;
        }
    }

    /** What the page around the map needs to know of the hall. */
    public record DeskHall(
            int version,
            List<Priced> grades,
            List<String> sections,
            List<DeskArea> areas,
            boolean hasViews,
            boolean hasCompanions) {}

    /** @param places chosen places by area */
    public DeskHall deskHall(long eventId, Map<Long, Integer> places, int most) {
        SeatListView list = plans.current(eventId, false);
        HallPlan plan = list.plan();
        return new DeskHall(
                plan.version(),
                plan.grades().stream()
                        .map(grade -> new Priced(grade.name(), grade.price()))
                        .toList(),
                plan.sections(),
                list.areas(places, most).stream()
                        .map(area -> new DeskArea(
                                area.id(),
                                area.name(),
                                area.gradeIndex(),
                                new Priced(area.grade().name(), area.grade().price()),
                                area.free(),
                                area.capacity(),
                                area.most(),
                                area.chosen()))
                        .toList(),
                plan.seats().stream().anyMatch(seat -> seat.view() != null),
                plan.seats().stream().anyMatch(HallPlan.Seat::companion));
    }

    /** A standing area as the organiser sees it. */
    public record AreaLeft(String name, String grade, int left, int capacity) {}

    public List<AreaLeft> areas(long eventId) {
        SeatListView seats = plans.current(eventId, false);
        return seats.areas(Map.of(), 0).stream()
                .map(area -> new AreaLeft(area.name(), area.grade().name(), area.free(), area.capacity()))
                .toList();
    }

    public List<String> sections(long eventId) {
        return plan(eventId).sections();
    }

    /**
     * The id of this seat, or the ids of the whole row when {@code number} is null; empty when there is no such seat. Where no row is written like
     * this, one in other letters counts: {@code c} for {@code C}.
     */
    public List<Long> find(long eventId, String section, String row, @Nullable Integer number) {
        HallPlan plan = plan(eventId);
        int index = plan.sections().indexOf(section);
        Predicate<HallPlan.Seat> inSection = seat -> seat.section() == index;
        boolean isWritten =
                plan.seats().stream().anyMatch(inSection.and(seat -> seat.row().equals(row)));
        return plan.seats().stream()
                .filter(inSection)
                .filter(seat -> isWritten ? seat.row().equals(row) : seat.row().equalsIgnoreCase(row))
                .filter(seat -> number == null || seat.number() == number)
                .map(seat -> SeatIds.of(eventId, seat.seq()))
                .toList();
    }

    /** The seats of one section in the order of the plan. */
    public List<LabelledSeat> inSection(long eventId, String section) {
        return labelled(eventId, seat -> seat.section().equals(section));
    }

    /** Those of these seats that there are, in the order of the plan. */
    public List<LabelledSeat> findAll(long eventId, Collection<Long> ids) {
        return labelled(eventId, seat -> ids.contains(seat.id()));
    }

    private List<LabelledSeat> labelled(long eventId, Predicate<LabelledSeat> wanted) {
        SeatListView list = plans.current(eventId, false);
        return list.plan().seats().stream()
                .map(seat -> {
                    SeatListView.Place place = SeatListView.Place.of(seat);
                    HallPlan.Grade grade = list.plan().grades().get(seat.grade());
                    return new LabelledSeat(
                            SeatIds.of(eventId, seat.seq()),
                            list.plan().sections().get(seat.section()),
                            seat.row(),
                            seat.number(),
                            grade.name(),
                            grade.price(),
                            list.stateOf(seat.seq()),
                            place.style(),
                            place.words());
                })
                .filter(wanted)
                .toList();
    }

    private HallPlan plan(long eventId) {
        return plans.get(eventId, seats.state(eventId).layout()).plan();
    }
}
