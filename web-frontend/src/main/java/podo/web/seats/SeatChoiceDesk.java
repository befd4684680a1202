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
import podo.web.calls.BookingClient;
import podo.web.calls.SeatClient;

/** Holds the seats and opens the booking for them; a repeated press of the same choice gets the same hold. */
@Component
public class SeatChoiceDesk {

    private static final Logger log = LoggerFactory.getLogger(SeatChoiceDesk.class);
    private static final String BOOKING_OF = "booking-of-";
    private static final String HOLD_OF = "hold-of-";

    /** @param accessible the fan needs accessible seats */
    record Choice(List<Integer> seqs, boolean accessible) {}

    /** @param leavesAlone a single seat stays between taken ones, and the event wants the fan to know */
    record Held(BookingClient.Booking booking, boolean leavesAlone) {}

    private final SeatClient seats;
    private final BookingClient bookings;

    SeatChoiceDesk(SeatClient seats, BookingClient bookings) {
        this.seats = seats;
        this.bookings = bookings;
    }

    /** @param attempt names one try of one page, so that a double click is one hold and a new try is a new one */
    Held hold(long eventId, Choice choice, String pass, String attempt, HttpSession session) {
        List<Long> ids = choice.seqs().stream()
                .map(seq -> eventId * 1_000_000 + seq)
                .sorted()
                .toList();
        SeatClient.Hold hold = seats.hold(
                eventId, pass, key(attempt + choice.accessible(), ids), new SeatClient.Wish(ids, choice.accessible()));
        try {
            BookingClient.Booking booking = bookings.open(hold.holdId(), new BookingClient.NewBooking(hold.holdId()));
            session.setAttribute(BOOKING_OF + eventId, booking.id());
            session.setAttribute(HOLD_OF + booking.id(), hold.holdId());
            return new Held(
                    booking, hold.leavesAlone() != null && !hold.leavesAlone().isEmpty());
        } catch (RuntimeException e) {
            giveBack(hold.holdId());
            throw e;
        }
    }

    /** The booking that this session last opened for the event. */
    @Nullable
    String bookingOf(HttpSession session, long eventId) {
        return (String) session.getAttribute(BOOKING_OF + eventId);
    }

    /** The hold behind a booking, from the booking itself or from this session. */
    public @Nullable String holdOf(HttpSession session, BookingClient.Booking booking) {
        return booking.holdId() != null ? booking.holdId() : (String) session.getAttribute(HOLD_OF + booking.id());
    }

    private void giveBack(String holdId) {
        try {
            seats.release(holdId);
        } catch (RuntimeException e) {
            log.warn("Hold {} could not be given back, it ends by itself: {}", holdId, e.toString());
        }
    }

    private static String key(String attempt, List<Long> ids) {
        String choice = attempt + ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(choice.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
