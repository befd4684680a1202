/** From held seats to paid ones: the price, the way to the payment window and back, and what came of it. */
@NullMarked
package podo.web.checkout;

import org.jspecify.annotations.NullMarked;
