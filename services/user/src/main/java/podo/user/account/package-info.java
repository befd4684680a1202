/** Accounts: sign up, and prove with e-mail and password that one is who one says. */
@NullMarked
package podo.user.account;

import org.jspecify.annotations.NullMarked;
