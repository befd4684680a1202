package podo.reservation.booking.order.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose and of which event an order is. */
public record OrderRow(
        String reservationId,
        String orderId,
        String holdId,
        long eventId,
        long fanId,
        Instant createdAt,
        @Nullable String note) {}
