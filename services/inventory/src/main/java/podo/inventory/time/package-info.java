/** One time for all instances: the database's. */
@NullMarked
package podo.inventory.time;

import org.jspecify.annotations.NullMarked;
