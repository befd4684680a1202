/** The HTTP API for fans: opens an order for payment, confirms it, reports its status. */
@NullMarked
package podo.payment.checkout;

import org.jspecify.annotations.NullMarked;
