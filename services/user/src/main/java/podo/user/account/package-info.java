/** Accounts: sign-up, password hashing and authentication by e-mail and password. */
@NullMarked
package podo.user.account;

import org.jspecify.annotations.NullMarked;
