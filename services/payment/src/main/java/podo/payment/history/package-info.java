/** What happened to the money of an order or of an event, for the services that show it to organisers. */
@NullMarked
package podo.payment.history;

import org.jspecify.annotations.NullMarked;
