/** Lowers admission while checkouts, holds or payments are slow or fail. */
@NullMarked
package podo.reservation.waitingroom.throttle;

import org.jspecify.annotations.NullMarked;
