/** Inventory of seats: which are free, who holds them, and to whom they are sold. */
@NullMarked
package podo.inventory;

import org.jspecify.annotations.NullMarked;
