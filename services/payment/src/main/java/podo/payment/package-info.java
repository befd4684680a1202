/** Money: charges an order once, gives it back when it must, and can prove both. */
@NullMarked
package podo.payment;

import org.jspecify.annotations.NullMarked;
