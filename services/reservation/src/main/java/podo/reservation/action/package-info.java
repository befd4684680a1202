/** The append-only log of what organisers did, with an order or with an event. */
@NullMarked
package podo.reservation.action;

import org.jspecify.annotations.NullMarked;
