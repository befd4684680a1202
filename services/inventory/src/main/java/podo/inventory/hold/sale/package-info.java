/** Turns held seats into sold ones when a payment is approved, and back when it is refunded. */
@NullMarked
package podo.inventory.hold.sale;

import org.jspecify.annotations.NullMarked;
