/** What the inventory says about seats. */
@NullMarked
package podo.contracts.inventory;

import org.jspecify.annotations.NullMarked;
