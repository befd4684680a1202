/** Why a seat can't be offered back, or can't be kept. */
@NullMarked
package podo.reservation.booking.giveback.refusal;

import org.jspecify.annotations.NullMarked;
