/** Exchanges sold seats of an order for others, in one transaction. */
@NullMarked
package podo.inventory.hold.move;

import org.jspecify.annotations.NullMarked;
