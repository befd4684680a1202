package podo.reservation.show;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show.RefundFee;

/**
 * A show as the event service published it.
 *
 * @param revision grows with each change of the show
 * @param salesEndAt null for a show of which only the cancellation is known
 * @param handoverUntil until when its tickets may be handed over; null when the organiser does not allow it
 * @param doorsAt when people are let in, as the organiser says; null when nothing is said
 * @param titles by language where they differ from {@code title}
 * @param doorsOpenAt from when its tickets let people in: then, or some hours before the start
 */
public record KnownShow(
        long eventId,
        String title,
        String venue,
        Instant startsAt,
        @Nullable Instant salesEndAt,
        List<RefundFee> refundFees,
        boolean cancelled,
        int revision,
        @Nullable Instant handoverUntil,
        @Nullable Instant doorsAt,
        Instant doorsOpenAt,
        Map<String, String> titles) {

    /** @param language such as {@code en} */
    public String titleIn(String language) {
        return titles.getOrDefault(language, title);
    }

    /** Whether its tickets may be handed over now. */
    public boolean isHandoverOpenAt(Instant now) {
        return !cancelled && handoverUntil != null && now.isBefore(handoverUntil);
    }
}
