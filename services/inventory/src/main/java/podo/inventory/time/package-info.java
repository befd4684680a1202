/** The database's clock, one time for all instances, and how long seats are held. */
@NullMarked
package podo.inventory.time;

import org.jspecify.annotations.NullMarked;
