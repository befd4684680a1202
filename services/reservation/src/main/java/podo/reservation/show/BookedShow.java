package podo.reservation.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A show as bookings and tickets tell it; title and venue are empty while the show is not known yet. */
public record BookedShow(
        long id, String title, String venue, @Nullable Instant startsAt) {

    public static BookedShow of(long eventId, @Nullable KnownShow show) {
        return show == null
                ? new BookedShow(eventId, "", "", null)
                : new BookedShow(eventId, show.title(), show.venue(), show.startsAt());
    }
}
