/** Why a seat can't be offered back, or can't be kept. */
@NullMarked
package podo.reservation.giveback.refusal;

import org.jspecify.annotations.NullMarked;
