/** Mails about accounts: what they say, as long as it is valid, and the links that work once. */
@NullMarked
package podo.user.mail;

import org.jspecify.annotations.NullMarked;
