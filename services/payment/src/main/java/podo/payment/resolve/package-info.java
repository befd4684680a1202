/** Looks up attempts whose result is unknown until the bank's answer decides them. */
@NullMarked
package podo.payment.resolve;

import org.jspecify.annotations.NullMarked;
