/** Tokens: log in, renew, log out, and the key set with which everybody checks them. */
@NullMarked
package podo.user.token;

import org.jspecify.annotations.NullMarked;
