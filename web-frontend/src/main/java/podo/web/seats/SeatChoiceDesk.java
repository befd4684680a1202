package podo.web.seats;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.web.client.BookingClient;
import podo.web.client.SeatClient;

/** Holds the chosen seats and opens the booking for them; a repeated request of the same attempt gets the same hold. */
@Component
public class SeatChoiceDesk {

    private static final Logger log = LoggerFactory.getLogger(SeatChoiceDesk.class);
    private static final String BOOKING_OF = "booking-of-";
    private static final String HOLD_OF = "hold-of-";

    /**
     * @param accessible the fan needs accessible seats
     * @param total what the page showed that they cost together, null when it did not say
     */
    record Choice(
            List<Integer> seqs,
            boolean accessible,
            @Nullable Long total) {}

    /** @param leavesAlone a single free seat stays between taken ones, and the event warns fans of that */
    record HeldSeats(BookingClient.Booking booking, boolean leavesAlone) {}

    private final SeatClient seats;
    private final BookingClient bookings;

    SeatChoiceDesk(SeatClient seats, BookingClient bookings) {
        this.seats = seats;
        this.bookings = bookings;
    }

    /** @param attempt id of one try on one page, part of the idempotency key: a double click is one hold, a new try another */
    HeldSeats holdSeats(long eventId, Choice choice, String pass, String attempt, HttpSession session) {
        List<Long> ids = choice.seqs().stream()
                .map(seq -> SeatIds.of(eventId, seq))
                .sorted()
                .toList();
        SeatClient.Hold hold = seats.hold(
                eventId,
                pass,
                idempotencyKey(attempt + choice.accessible(), ids),
                new SeatClient.NewHold(ids, choice.accessible(), choice.total()));
        try {
            BookingClient.Booking booking = bookings.open(hold.holdId(), new BookingClient.NewBooking(hold.holdId()));
            session.setAttribute(BOOKING_OF + eventId, booking.id());
            session.setAttribute(HOLD_OF + booking.id(), hold.holdId());
            return new HeldSeats(
                    booking, hold.leavesAlone() != null && !hold.leavesAlone().isEmpty());
        } catch (RuntimeException e) {
            release(hold.holdId());
            throw e;
        }
    }

    /** Id of the booking that this session last opened for the event; null when it opened none. */
    @Nullable
    String lastBooking(HttpSession session, long eventId) {
        return (String) session.getAttribute(BOOKING_OF + eventId);
    }

    /** Id of a booking's hold, from the booking or from this session; null when unknown. */
    public @Nullable String holdOf(HttpSession session, BookingClient.Booking booking) {
        return booking.holdId() != null ? booking.holdId() : (String) session.getAttribute(HOLD_OF + booking.id());
    }

    private void release(String holdId) {
        try {
            seats.release(holdId);
        } catch (RuntimeException e) {
            log.warn("Releasing hold {} after a failed booking failed, it expires by itself: {}", holdId, e.toString());
        }
    }

    private static String idempotencyKey(String attempt, List<Long> ids) {
        String choice = attempt + ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(choice.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
