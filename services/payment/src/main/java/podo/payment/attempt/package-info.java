/** Attempts to charge an order, and the transaction that records how each of them ended. */
@NullMarked
package podo.payment.attempt;

import org.jspecify.annotations.NullMarked;
