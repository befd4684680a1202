/** Estimates how long a fan waits, from a life table of slots and a simulation of the line. */
@NullMarked
package podo.reservation.waitingroom.estimate;

import org.jspecify.annotations.NullMarked;
