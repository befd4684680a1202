/** Messages of the reservation service about who is let in. */
@NullMarked
package podo.contracts.door;

import org.jspecify.annotations.NullMarked;
