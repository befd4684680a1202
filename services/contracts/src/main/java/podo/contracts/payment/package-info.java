/** Messages of the payment service about captures and refunds, and the payment status. */
@NullMarked
package podo.contracts.payment;

import org.jspecify.annotations.NullMarked;
