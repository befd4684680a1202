package podo.reservation.booking.order.search;

import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.show.TeamEvents;

/**
 * Which orders of a team are asked for.
 *
 * @param scope the events that the caller may see
 * @param eventId null for all events
 * @param search null for all buyers and seats
 * @param status null for all orders that were paid, or may still be
 * @param withoutEmail whether only those are asked for whose buyer can't be told anything by mail
 * @param owed whether only those are asked for of which a box office still has to hand money back
 */
public record OrderFilter(
        TeamEvents scope,
        @Nullable Long eventId,
        @Nullable OrderSearch search,
        @Nullable BookingStatus status,
        boolean withoutEmail,
        boolean owed) {}
