/** Passkeys in the browser: the options for its authenticators, the page that leads to a log-in with one, and what it answers. */
@NullMarked
package podo.web.passkey;

import org.jspecify.annotations.NullMarked;
