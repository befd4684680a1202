/** What this service has heard of the shows: titles, times and the fee table. */
@NullMarked
package podo.reservation.show;

import org.jspecify.annotations.NullMarked;
