/** What a cancellation refunds, and the cancellations that payment was asked to refund. */
@NullMarked
package podo.reservation.booking.refund;

import org.jspecify.annotations.NullMarked;
