/** Kinds of ticket that a fan chooses between hold and payment, and the prices that go with them. */
@NullMarked
package podo.reservation.booking.kind;

import org.jspecify.annotations.NullMarked;
