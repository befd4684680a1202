/** The payment service: charges an order at most once, refunds it when required, and audits both. */
@NullMarked
package podo.payment;

import org.jspecify.annotations.NullMarked;
