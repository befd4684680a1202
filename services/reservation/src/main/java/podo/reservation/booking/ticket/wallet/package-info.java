/** Tickets in the wallets of phones, for sellers who have the vendors' keys: Google Wallet by a signed link, Apple Wallet by a signed file. */
@NullMarked
package podo.reservation.booking.ticket.wallet;

import org.jspecify.annotations.NullMarked;
