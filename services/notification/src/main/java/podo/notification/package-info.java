/** Sends mails about what other services have published: heard, kept in a row each, rendered in the fan's language, sent by SMTP. */
@NullMarked
package podo.notification;

import org.jspecify.annotations.NullMarked;
