/** The live seat map: layout, state, availability and the proposal of the best seats. */
@NullMarked
package podo.inventory.seat.map;

import org.jspecify.annotations.NullMarked;
