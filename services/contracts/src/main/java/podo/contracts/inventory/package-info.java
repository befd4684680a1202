/** Messages of the inventory service about seats, seat ids and seat states. */
@NullMarked
package podo.contracts.inventory;

import org.jspecify.annotations.NullMarked;
