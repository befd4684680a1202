/** The line: a lobby, a draw that anybody can check, numbers that never change, and a pass for those whose turn it is. */
@NullMarked
package podo.reservation.waitingroom;

import org.jspecify.annotations.NullMarked;
