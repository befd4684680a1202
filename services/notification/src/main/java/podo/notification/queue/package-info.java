/** The mails that are to be sent, one row each with a unique key, and their state. */
@NullMarked
package podo.notification.queue;

import org.jspecify.annotations.NullMarked;
