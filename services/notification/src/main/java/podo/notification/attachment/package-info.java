/** The files that go along with mails. */
@NullMarked
package podo.notification.attachment;

import org.jspecify.annotations.NullMarked;
