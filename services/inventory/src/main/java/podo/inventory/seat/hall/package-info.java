/** Creates and changes halls: lays out seats from a plan, blocks them, and follows the messages about events. */
@NullMarked
package podo.inventory.seat.hall;

import org.jspecify.annotations.NullMarked;
