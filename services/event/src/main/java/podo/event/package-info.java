/** Event service: venues, the events that play in them, their prices and sale times, and the public catalogue. */
@NullMarked
package podo.event;

import org.jspecify.annotations.NullMarked;
