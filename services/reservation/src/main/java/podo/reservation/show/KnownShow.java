package podo.reservation.show;

import java.time.Instant;
import java.util.List;
import podo.contracts.event.Show.RefundFee;

/** A show as the event service published it. */
public record KnownShow(
        long eventId, String title, String venue, Instant startsAt, List<RefundFee> refundFees, boolean cancelled) {}
