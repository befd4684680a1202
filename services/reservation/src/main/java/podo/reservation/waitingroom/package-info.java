/** The waiting room: a lobby, a draw that anybody can check, numbers that never change, and passes that are limited by slots. */
@NullMarked
package podo.reservation.waitingroom;

import org.jspecify.annotations.NullMarked;
