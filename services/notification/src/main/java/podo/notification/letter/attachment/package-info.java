/** The files that go along with mails. */
@NamedInterface("attachment")
@NullMarked
package podo.notification.letter.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
