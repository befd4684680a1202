/** A new password for who forgot the old one, by a link that a mail brings to the account's address. */
@NullMarked
package podo.user.reset;

import org.jspecify.annotations.NullMarked;
