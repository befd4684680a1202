package podo.reservation.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A show as bookings and tickets tell it; title and venue are empty while the show is not known yet.
 *
 * @param revision grows with each change of the show: a calendar takes the entry with the highest
 * @param handoverUntil until when its tickets may be handed over; null when the organiser does not allow it
 * @param doorsAt when people are let in, as the organiser says; null when nothing is said
 * @param doorsOpenAt from when its tickets let people in
 * @param titles by language of the pages where they differ from {@code title}; left out where none does
 */
public record BookedShow(
        long id,
        String title,
        String venue,
        @Nullable Instant startsAt,
        @Nullable Instant handoverUntil,
        @Nullable Instant doorsAt,
        @Nullable Instant doorsOpenAt,
        int revision,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles) {

    /** @param language such as {@code en} */
    public String titleIn(String language) {
        return titles.getOrDefault(language, title);
    }

    public static BookedShow of(long eventId, @Nullable KnownShow show) {
        return show == null
                ? new BookedShow(eventId, "", "", null, null, null, null, 0, Map.of())
                : new BookedShow(
                        eventId,
                        show.title(),
                        show.venue(),
                        show.startsAt(),
                        show.cancelled() ? null : show.handoverUntil(),
                        show.doorsAt(),
                        show.doorsOpenAt(),
                        show.revision(),
                        show.titles());
    }
}
