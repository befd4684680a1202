/** Sign-up, log-in and log-out, access rules for pages, and the fan's tokens, which stay in the session. */
@NullMarked
package podo.web.login;

import org.jspecify.annotations.NullMarked;
