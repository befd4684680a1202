package podo.inventory.seat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.inventory.SeatTraits.Place;
import podo.inventory.drawing.HallDrawing;

/**
 * One event's hall with its seats, prices and rules. Immutable: a change is a new Hall with a higher revision.
 *
 * @param revision grows with every change of seats, prices or rules; the database refuses a hold made with an older one
 * @param keptUntil until then accessible and companion seats are sold only to fans who ask for accessible seats
 * @param seats ordered by seq, without gaps from 1
 * @param areas in the order of the plan
 * @param holdSeconds null for as long as this installation holds seats, see {@link podo.inventory.time.HoldTimeSettings}
 */
public record Hall(
        long eventId,
        int revision,
        int planVersion,
        long organiserId,
        boolean cancelled,
        Instant startsAt,
        Instant onSaleAt,
        Instant salesEndAt,
        Instant keptUntil,
        int seatsPerFan,
        int extensions,
        SingleSeatPolicy singleSeatPolicy,
        List<Grade> grades,
        List<Seat> seats,
        List<Area> areas,
        HallDrawing drawing,
        @Nullable Integer holdSeconds) {

    /** A hall whose plan has nothing beside its seats. */
    public Hall(
            long eventId,
            int revision,
            int planVersion,
            long organiserId,
            boolean cancelled,
            Instant startsAt,
            Instant onSaleAt,
            Instant salesEndAt,
            Instant keptUntil,
            int seatsPerFan,
            int extensions,
            SingleSeatPolicy singleSeatPolicy,
            List<Grade> grades,
            List<Seat> seats) {
        this(
                eventId,
                revision,
                planVersion,
                organiserId,
                cancelled,
                startsAt,
                onSaleAt,
                salesEndAt,
                keptUntil,
                seatsPerFan,
                extensions,
                singleSeatPolicy,
                grades,
                seats,
                List.of(),
                HallDrawing.NONE,
                null);
    }

    /**
     * @param price whole won
     * @param kinds of ticket that a fan may choose instead of the usual one
     */
    public record Grade(String name, long price, List<Kind> kinds) {

        /** A grade with the usual kind of ticket only. */
        public Grade(String name, long price) {
            this(name, price, List.of());
        }
    }

    /**
     * A kind of ticket; seats are held at the grade's price whatever kind is chosen afterwards.
     *
     * @param price whole won
     * @param proof what its holder brings to the door; null for nothing
     */
    public record Kind(String name, long price, @Nullable String proof) {}

    /**
     * A standing area, whose places are counted and not numbered.
     *
     * @param grade position in the hall's list of grades
     * @param x left edge in plan units, as {@link Seat#x}
     * @param y edge nearest to the stage
     */
    public record Area(long id, String name, int grade, int capacity, int x, int y, int width, int height) {}

    public Optional<Seat> seat(long id) {
        int seq = SeatIds.seq(id);
        return !SeatIds.isPlace(id) && SeatIds.eventId(id) == eventId && seq >= 1 && seq <= seats.size()
                ? Optional.of(seats.get(seq - 1))
                : Optional.empty();
    }

    public Grade grade(Seat seat) {
        return grades.get(seat.grade());
    }

    /** Null for an ordinary seat. */
    public @Nullable SeatTraits traits(Seat seat) {
        Place place = seat.accessible() ? Place.ACCESSIBLE : seat.companion() ? Place.COMPANION : null;
        return SeatTraits.of(place, drawing.viewFrom(seat.seq()));
    }

    public Optional<Area> area(long id) {
        return areas.stream().filter(area -> area.id() == id).findFirst();
    }

    public Grade grade(Area area) {
        return grades.get(area.grade());
    }

    /** Whether the seat is kept for those who need it, or for their companions. */
    public boolean keeps(Seat seat, Instant now) {
        return seat.isKept() && now.isBefore(keptUntil);
    }

    public boolean sells(Instant now) {
        return !cancelled && now.isBefore(salesEndAt);
    }
}
