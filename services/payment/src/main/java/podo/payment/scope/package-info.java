/** Whose money a caller may see: an organiser that of the own events, an operator all. */
@NullMarked
package podo.payment.scope;

import org.jspecify.annotations.NullMarked;
