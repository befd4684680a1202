/** What became of the mails of an order, in words. */
@NullMarked
package podo.web.orders.mail;

import org.jspecify.annotations.NullMarked;
