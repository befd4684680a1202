/** Halls and seats as the other packages use them: the hall cache, published seat changes and the seat history. */
@NullMarked
package podo.inventory.seat;

import org.jspecify.annotations.NullMarked;
