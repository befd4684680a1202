/** Proves across the services that nobody paid without a seat and nobody sits without paying. */
@NullMarked
package podo.payment.audit;

import org.jspecify.annotations.NullMarked;
