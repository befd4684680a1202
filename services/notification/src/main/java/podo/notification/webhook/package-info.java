/** Webhooks of teams: what they are, and the rows that say what was sent to them. */
@NullMarked
package podo.notification.webhook;

import org.jspecify.annotations.NullMarked;
