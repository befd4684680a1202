/** How somebody logged in, as the token says, and which calls take a log-in with a passkey only. */
@NullMarked
package podo.starter.passkey;

import org.jspecify.annotations.NullMarked;
