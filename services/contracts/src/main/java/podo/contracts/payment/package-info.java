/** What the payment service says about money. */
@NullMarked
package podo.contracts.payment;

import org.jspecify.annotations.NullMarked;
