/** Rehearsals of a sale, for organisers: one at a time on each instance, its progress and result in Redis, nothing of it anywhere else. */
@NullMarked
package podo.reservation.waitingroom.rehearsal;

import org.jspecify.annotations.NullMarked;
