/** The API by which owners and managers set their team's webhooks and read what was sent. */
@NullMarked
package podo.notification.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
