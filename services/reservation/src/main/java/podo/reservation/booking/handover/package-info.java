/** Tickets change hands: by a link that lives a day, accepted once, at no price. */
@NullMarked
package podo.reservation.booking.handover;

import org.jspecify.annotations.NullMarked;
