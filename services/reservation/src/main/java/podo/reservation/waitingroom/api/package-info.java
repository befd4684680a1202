/** HTTP endpoints of the line: for fans, for organisers, for anybody who checks a draw, and for other services. */
@NullMarked
package podo.reservation.waitingroom.api;

import org.jspecify.annotations.NullMarked;
