/** How many seats of an event are sold, counted from the inventory's messages. */
@NullMarked
package podo.event.show.sales;

import org.jspecify.annotations.NullMarked;
