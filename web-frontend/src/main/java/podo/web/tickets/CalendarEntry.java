package podo.web.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.web.calendar.CalendarFile;
import podo.web.client.BookingClient.Booking;
import podo.web.client.BookingClient.Event;

/**
 * One event of a booking as iCalendar.
 *
 * @param changed whether the booking differs from the one that was bought, so that a calendar replaces the entry it has
 */
record CalendarEntry(String uid, Event event, String seats, State state, boolean changed) {

    /** As RFC 5545 calls it. */
    enum State {
        TENTATIVE,
        CONFIRMED,
        CANCELLED;

        /** Null for a booking that was never paid and has ended: it belongs in no calendar. */
        static @Nullable State of(Booking booking) {
            return switch (booking.status()) {
                case PENDING, CHECKING -> TENTATIVE;
                case CONFIRMED -> CONFIRMED;
                case CANCELLED -> booking.hasCancelledSeats() ? CANCELLED : null;
                case REFUNDED -> CANCELLED;
                case EXPIRED -> null;
                case null -> null;
            };
        }
    }

    private static final Duration LENGTH = Duration.ofHours(2);

    String ics(Instant now) {
        Instant start = event.startsAt() == null ? now : event.startsAt();
        return CalendarFile.of(List.of(
                "UID:" + uid + "@podo",
                "STATUS:" + state,
                "SEQUENCE:" + (event.changes() + (changed ? 1 : 0)),
                "DTSTAMP:" + CalendarFile.time(now),
                "DTSTART:" + CalendarFile.time(start),
                "DTEND:" + CalendarFile.time(start.plus(LENGTH)),
                "SUMMARY:" + CalendarFile.text(event.title()),
                "LOCATION:" + CalendarFile.text(event.venue()),
                "DESCRIPTION:" + CalendarFile.text(seats)));
    }
}
