/** Sends the mails that are due by SMTP, tries again with pauses, and gives up visibly. */
@NullMarked
package podo.notification.smtp;

import org.jspecify.annotations.NullMarked;
