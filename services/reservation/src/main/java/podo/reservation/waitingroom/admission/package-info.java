/** Admits fans: one tick per room and second, the operator's levers, and rooms that rest while nobody is there. */
@NullMarked
package podo.reservation.waitingroom.admission;

import org.jspecify.annotations.NullMarked;
