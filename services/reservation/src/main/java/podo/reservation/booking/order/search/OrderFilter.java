package podo.reservation.booking.order.search;

import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingStatus;

/**
 * Which orders of an organiser are asked for.
 *
 * @param eventId null for all events
 * @param search null for all buyers and seats
 * @param status null for all orders that were paid, or may still be
 */
public record OrderFilter(
        long organiserId,
        @Nullable Long eventId,
        @Nullable OrderSearch search,
        @Nullable BookingStatus status) {}
