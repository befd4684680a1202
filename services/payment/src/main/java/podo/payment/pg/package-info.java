/** The client of Toss Payments: its calls, how its answers are read, and its circuit breaker. */
@NullMarked
package podo.payment.pg;

import org.jspecify.annotations.NullMarked;
