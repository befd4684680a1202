/** Turns what other services publish into messages to webhooks of the team that it concerns. */
@NullMarked
package podo.notification.webhook.heard;

import org.jspecify.annotations.NullMarked;
