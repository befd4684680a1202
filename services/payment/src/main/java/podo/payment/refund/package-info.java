/** From a cancellation to money back: asked until it is certain. */
@NullMarked
package podo.payment.refund;

import org.jspecify.annotations.NullMarked;
