/** Passkeys: adding and removing them, and the ceremonies that prove that somebody has one. */
@NullMarked
package podo.user.passkey;

import org.jspecify.annotations.NullMarked;
