/** The tables of holds and of held seats. Each change is one statement with its condition. */
@NullMarked
package podo.inventory.hold.store;

import org.jspecify.annotations.NullMarked;
