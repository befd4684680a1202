/** What is free, who holds it and whose it is: the inventory of seats. */
@NullMarked
package podo.inventory;

import org.jspecify.annotations.NullMarked;
