/** Refused attempts of fans, counted per reason and hour, for the organiser. */
@NullMarked
package podo.reservation.waitingroom.refusal;

import org.jspecify.annotations.NullMarked;
