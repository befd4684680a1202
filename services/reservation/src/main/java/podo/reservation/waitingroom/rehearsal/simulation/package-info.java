/** Plays a sale on a simulated clock: the line's own rule of admission, fans who choose, pay or give up, and the search for calm settings. */
@NullMarked
package podo.reservation.waitingroom.rehearsal.simulation;

import org.jspecify.annotations.NullMarked;
