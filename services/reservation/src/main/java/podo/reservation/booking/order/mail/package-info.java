/** What became of the mails about an order, as the mail service knows it. */
@NullMarked
package podo.reservation.booking.order.mail;

import org.jspecify.annotations.NullMarked;
