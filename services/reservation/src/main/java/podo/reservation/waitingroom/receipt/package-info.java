/** Signed receipts for places in a line: one that restores a place after a loss of data, and one that anybody can check. */
@NullMarked
package podo.reservation.waitingroom.receipt;

import org.jspecify.annotations.NullMarked;
