/** Some hundreds of scripted fans, who play a small sale for real on a hidden copy of an event: its own room, its own seats, and no payment. */
@NullMarked
package podo.reservation.waitingroom.rehearsal.scripted;

import org.jspecify.annotations.NullMarked;
