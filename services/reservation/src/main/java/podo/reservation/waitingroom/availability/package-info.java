/** How many seats can still be sold, as the inventory last answered. */
@NullMarked
package podo.reservation.waitingroom.availability;

import org.jspecify.annotations.NullMarked;
