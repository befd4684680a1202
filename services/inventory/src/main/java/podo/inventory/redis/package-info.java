/** Redis while it is there: bounded calls that give up at once during an outage, so that the database can go on alone. */
@NullMarked
package podo.inventory.redis;

import org.jspecify.annotations.NullMarked;
