/** A waiting room's row in the database and its settings; blocks of queue numbers are reserved here. */
@NullMarked
package podo.reservation.waitingroom.room;

import org.jspecify.annotations.NullMarked;
