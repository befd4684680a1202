/** Stands in for a mail server and the mailboxes behind it: takes mails by SMTP, keeps the newest in memory, shows them to people and tests. */
@NullMarked
package podo.tosssimulator.mailbox;

import org.jspecify.annotations.NullMarked;
