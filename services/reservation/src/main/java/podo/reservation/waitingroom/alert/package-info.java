/** Alerts fans when seats come back. */
@NullMarked
package podo.reservation.waitingroom.alert;

import org.jspecify.annotations.NullMarked;
