/** Stores webhooks that claim to come from Toss and looks up the orders that they name. */
@NullMarked
package podo.payment.webhook;

import org.jspecify.annotations.NullMarked;
