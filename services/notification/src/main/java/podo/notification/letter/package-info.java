/** Writes mails: subject, HTML and text in the recipient's language, and what is attached. */
@NullMarked
package podo.notification.letter;

import org.jspecify.annotations.NullMarked;
