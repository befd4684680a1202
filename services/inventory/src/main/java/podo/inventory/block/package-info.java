/** Tells the other services how many seats of an event are kept from sale. */
@NullMarked
package podo.inventory.block;

import org.jspecify.annotations.NullMarked;
