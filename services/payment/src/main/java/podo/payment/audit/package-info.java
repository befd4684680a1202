/** Compares payments, tickets, seats and the bank's records, and reports every row that disagrees. */
@NullMarked
package podo.payment.audit;

import org.jspecify.annotations.NullMarked;
