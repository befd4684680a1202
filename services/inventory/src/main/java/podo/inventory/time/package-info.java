/** The database's clock, one time for all instances. */
@NullMarked
package podo.inventory.time;

import org.jspecify.annotations.NullMarked;
