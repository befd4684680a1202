/** The tables of give-backs and of the offers of their seats. */
@NullMarked
package podo.reservation.booking.giveback.store;

import org.jspecify.annotations.NullMarked;
