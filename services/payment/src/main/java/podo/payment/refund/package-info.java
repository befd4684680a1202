/** Refunds: requested by messages, sent to the bank, repeated until the result is certain. */
@NullMarked
package podo.payment.refund;

import org.jspecify.annotations.NullMarked;
