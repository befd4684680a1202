/** The orders that can be paid: their amount, their status, and how much went back. */
@NullMarked
package podo.payment.order;

import org.jspecify.annotations.NullMarked;
