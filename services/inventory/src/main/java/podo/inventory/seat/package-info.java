/** What is free: halls, their seats, the live map, and every seat's history. */
@NullMarked
package podo.inventory.seat;

import org.jspecify.annotations.NullMarked;
