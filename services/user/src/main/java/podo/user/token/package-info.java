/** Tokens: log-in, refresh, log-out, log-in limits and the public key set that verifies access tokens. */
@NullMarked
package podo.user.token;

import org.jspecify.annotations.NullMarked;
