/** What a code makes of the prices of seats. */
@NullMarked
package podo.reservation.booking.code.discount;

import org.jspecify.annotations.NullMarked;
