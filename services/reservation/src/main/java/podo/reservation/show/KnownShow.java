package podo.reservation.show;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.Show.RefundFee;

/**
 * A show as the event service published it.
 *
 * @param salesEndAt null for a show of which only the cancellation is known
 */
public record KnownShow(
        long eventId,
        String title,
        String venue,
        Instant startsAt,
        @Nullable Instant salesEndAt,
        List<RefundFee> refundFees,
        boolean cancelled) {}
