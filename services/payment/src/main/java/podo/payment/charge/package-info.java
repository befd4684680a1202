/** Confirms a payment: locks the seats, starts an attempt, pins the hold and asks the bank, in this order. */
@NullMarked
package podo.payment.charge;

import org.jspecify.annotations.NullMarked;
