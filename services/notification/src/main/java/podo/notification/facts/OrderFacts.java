package podo.notification.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.ShowChange;
import podo.contracts.inventory.SeatIds;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;

/**
 * An order and its owner's account, as reservation tells it; money in whole won.
 *
 * @param moves of its seats; null from a reservation service that tells none
 */
public record OrderFacts(
        long fanId, Booking booking, @Nullable List<Move> moves) {

    /** A seat that a move gave up, and the one that the order got for it. */
    public record Move(String moveId, Place from, Place to) {}

    /** What a seat is called. */
    public record Place(long id, String section, String row, int number) {

        /** Whether it is in a standing area, which has neither rows nor numbers. */
        public boolean inArea() {
            return SeatIds.isPlace(id);
        }
    }

    /**
     * @param changes of the show since it was booked; null from a reservation service that tells none
     * @param status null for a word that this version does not know
     */
    public record Booking(
            String id,
            String orderId,
            long amount,
            long refunded,
            @Nullable BookingStatus status,
            @Nullable BookingEnd endedBecause,
            BookedEvent event,
            List<Seat> seats,
            @Nullable List<Change> changes) {}

    /** What the buyer is told about a change of the show; {@code freeUntil}: until when cancelling costs nothing. */
    public record Change(
            long id,
            List<ShowChange.Field> fields,
            @Nullable String note,
            @Nullable Instant freeUntil) {}

    /**
     * @param doorsAt when people are let in; null when the organiser does not say
     * @param titles by language where they differ from {@code title}; null for none
     */
    public record BookedEvent(
            long id,
            String title,
            String venue,
            @Nullable Instant startsAt,
            @Nullable Instant doorsAt,
            @Nullable Integer revision,
            @Nullable Map<String, String> titles) {

        /** @param language such as {@code en} */
        public String titleIn(String language) {
            return titles == null ? title : titles.getOrDefault(language, title);
        }
    }

    /**
     * @param status BOOKED, GIVEN_BACK or REFUNDED
     * @param handedOver whether its ticket belongs to somebody else now
     * @param kind of ticket; null for the usual one
     * @param proof what its holder brings to the door; null for nothing
     */
    public record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            long price,
            String status,
            @Nullable Boolean handedOver,
            @Nullable String kind,
            @Nullable String proof) {

        boolean isOfTheBuyer() {
            return status.equals("BOOKED") && !Boolean.TRUE.equals(handedOver);
        }

        boolean isOfAnother() {
            return status.equals("BOOKED") && Boolean.TRUE.equals(handedOver);
        }

        /** Whether it is a place in a standing area, which has neither row nor number. */
        public boolean inArea() {
            return SeatIds.isPlace(id);
        }
    }

    /** The seats with these ids; without ids all. */
    public List<Seat> seats(Collection<Long> ids) {
        return booking.seats().stream()
                .filter(seat -> ids.isEmpty() || ids.contains(seat.id()))
                .toList();
    }

    /** What this move exchanged; empty when it is not known. */
    public List<Move> movesOf(String moveId) {
        return moves == null
                ? List.of()
                : moves.stream().filter(move -> move.moveId().equals(moveId)).toList();
    }

    /** The change of this id, when the order is concerned by it. */
    public Optional<Change> change(long changeId) {
        List<Change> changes = booking.changes();
        return changes == null
                ? Optional.empty()
                : changes.stream().filter(change -> change.id() == changeId).findFirst();
    }

    /** Those of the seats with these ids whose tickets are somebody else's, and good. */
    public List<Seat> handedOverSeats(Collection<Long> ids) {
        return booking.seats().stream()
                .filter(seat -> ids.contains(seat.id()) && seat.isOfAnother())
                .toList();
    }

    /** The seats that were neither cancelled nor handed over. */
    public List<Seat> bookedSeats() {
        return booking.seats().stream().filter(Seat::isOfTheBuyer).toList();
    }
}
