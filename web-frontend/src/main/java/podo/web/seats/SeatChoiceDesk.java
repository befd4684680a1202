package podo.web.seats;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.contracts.reservation.BookingStatus;
import podo.web.client.BookingClient;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;

/** Holds the chosen seats and opens the booking for them; a repeated request of the same attempt gets the same hold. */
@Component
public class SeatChoiceDesk {

    private static final Logger log = LoggerFactory.getLogger(SeatChoiceDesk.class);
    private static final String HOLD_OF = "hold-of-";
    private static final String CHOICE_OF = "choice-of-";
    /** {@code area:places}, separated by commas. */
    private static final String PLACES_OF = "places-of-";

    /**
     * @param places by standing area
     * @param accessible the fan needs accessible seats
     * @param total what the page showed that they cost together, null when it did not say
     */
    record Choice(
            List<Integer> seqs,
            Map<Long, Integer> places,
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
                idempotencyKey(attempt + choice.accessible() + choice.places(), ids),
                new SeatClient.NewHold(ids, places(choice), choice.accessible(), choice.total()));
        try {
            BookingClient.Booking booking = bookings.open(hold.holdId(), new BookingClient.NewBooking(hold.holdId()));
            session.setAttribute(HOLD_OF + booking.id(), hold.holdId());
            return new HeldSeats(
                    booking, hold.leavesAlone() != null && !hold.leavesAlone().isEmpty());
        } catch (RuntimeException e) {
            release(hold.holdId());
            throw e;
        }
    }

    /** Id of a booking of this event that the fan can pay now, in whatever browser it was opened; null without one. */
    @Nullable
    String findPayable(long eventId) {
        try {
            return bookings.listOfEvent(eventId).stream()
                    .filter(booking -> booking.is(BookingStatus.PENDING))
                    .filter(booking ->
                            booking.event() != null && booking.event().id() == eventId)
                    .map(BookingClient.Booking::id)
                    .findFirst()
                    .orElse(null);
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            log.warn("The fan's bookings of event {} could not be read: {}", eventId, refusal.toString());
            return null;
        }
    }

    /** Keeps a choice that can't be held now, because the fan's place inside is gone, until the fan is inside again. */
    void keepChoice(HttpSession session, long eventId, SeatSelection selection) {
        if (!selection.chosen().isEmpty()) {
            session.setAttribute(CHOICE_OF + eventId, List.copyOf(selection.chosen()));
        }
        if (!selection.placesByArea().isEmpty()) {
            session.setAttribute(
                    PLACES_OF + eventId,
                    selection.placesByArea().entrySet().stream()
                            .map(wish -> wish.getKey() + ":" + wish.getValue())
                            .collect(Collectors.joining(",")));
        }
    }

    /** The kept places by area, once; empty when there are none. */
    Map<Long, Integer> takeKeptPlaces(HttpSession session, long eventId) {
        if (!(session.getAttribute(PLACES_OF + eventId) instanceof String kept)) {
            return Map.of();
        }
        session.removeAttribute(PLACES_OF + eventId);
        Map<Long, Integer> places = new LinkedHashMap<>();
        for (String wish : kept.split(",")) {
            int colon = wish.indexOf(':');
            places.put(Long.valueOf(wish.substring(0, colon)), Integer.valueOf(wish.substring(colon + 1)));
        }
        return places;
    }

    /** The kept choice, once; empty when there is none. */
    Set<Integer> takeKeptChoice(HttpSession session, long eventId) {
        if (!(session.getAttribute(CHOICE_OF + eventId) instanceof List<?> kept)) {
            return Set.of();
        }
        session.removeAttribute(CHOICE_OF + eventId);
        return kept.stream().map(Integer.class::cast).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Id of a booking's hold, from the booking or from this session; null when unknown. */
    public @Nullable String holdOf(HttpSession session, BookingClient.Booking booking) {
        return booking.holdId() != null ? booking.holdId() : (String) session.getAttribute(HOLD_OF + booking.id());
    }

    private static List<SeatClient.Places> places(Choice choice) {
        return choice.places().entrySet().stream()
                .map(wish -> new SeatClient.Places(wish.getKey(), wish.getValue()))
                .toList();
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
