/** Names and e-mail addresses of accounts, as the user service says them: whom an order belongs to, and how it is found by a part of a name. */
@NullMarked
package podo.reservation.account;

import org.jspecify.annotations.NullMarked;
