/** Finds orders of an organiser's events: by buyer, order, ticket or seat. */
@NullMarked
package podo.reservation.booking.order.search;

import org.jspecify.annotations.NullMarked;
