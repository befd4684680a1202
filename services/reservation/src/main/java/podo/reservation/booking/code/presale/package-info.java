/** What fans do with codes that open a sale early: enter them, and read what is announced of them. */
@NullMarked
package podo.reservation.booking.code.presale;

import org.jspecify.annotations.NullMarked;
