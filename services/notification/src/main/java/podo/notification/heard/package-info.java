/** Turns what other services publish into mails that are wanted. */
@NullMarked
package podo.notification.heard;

import org.jspecify.annotations.NullMarked;
