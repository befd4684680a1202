/** The way to Toss Payments: what it is asked, and how its answers are to be read. */
@NullMarked
package podo.payment.pg;

import org.jspecify.annotations.NullMarked;
