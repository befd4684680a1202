package podo.inventory.seat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podo.contracts.event.Show.SingleSeatPolicy;

/**
 * One show's hall as it was laid out: never changed, only replaced by one with a higher revision.
 *
 * @param revision grows with every change of seats, prices or rules; a hold made with an older one is refused
 * @param keptUntil accessible and companion seats are kept for those who need them until then
 * @param seats in order of their seq, which has no gaps
 */
public record Hall(
        long eventId,
        int revision,
        int planVersion,
        long organiserId,
        boolean cancelled,
        Instant startsAt,
        Instant salesEndAt,
        Instant keptUntil,
        int seatsPerFan,
        int extensions,
        SingleSeatPolicy singleSeatPolicy,
        List<Grade> grades,
        List<Seat> seats) {

    /** @param price whole won */
    public record Grade(String name, long price) {}

    public Optional<Seat> seat(long id) {
        int seq = Seat.seq(id);
        return Seat.event(id) == eventId && seq >= 1 && seq <= seats.size()
                ? Optional.of(seats.get(seq - 1))
                : Optional.empty();
    }

    public Grade grade(Seat seat) {
        return grades.get(seat.grade());
    }

    /** Whether the seat is kept for those who need it, or for their companions. */
    public boolean keeps(Seat seat, Instant now) {
        return seat.isKept() && now.isBefore(keptUntil);
    }

    boolean sells(Instant now) {
        return !cancelled && now.isBefore(salesEndAt);
    }
}
