/** From held seats to paid ones: the checkout, the way to the payment window and back, the result. */
@NullMarked
package podo.web.checkout;

import org.jspecify.annotations.NullMarked;
