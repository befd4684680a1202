/** Draws a lobby when its sale begins and keeps the drawn list in the database. */
@NullMarked
package podo.reservation.waitingroom.draw;

import org.jspecify.annotations.NullMarked;
