/** Sends what is due to webhooks, signed, to public addresses only, and decides when to try again. */
@NullMarked
package podo.notification.webhook.delivery;

import org.jspecify.annotations.NullMarked;
