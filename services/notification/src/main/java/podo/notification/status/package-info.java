/** Tells other services what became of mails, and sends one again when they ask. */
@NullMarked
package podo.notification.status;

import org.jspecify.annotations.NullMarked;
