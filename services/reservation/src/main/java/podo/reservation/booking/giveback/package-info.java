/** Fair give-back: a fan offers a seat back, those who asked are offered it in the order of the line, and it changes hands when one has paid. */
@NullMarked
package podo.reservation.booking.giveback;

import org.jspecify.annotations.NullMarked;
