/** Seat plans as files: CSV, the JSON of this shop, and seating plans of pretix. */
@NullMarked
package podo.event.venue.exchange;

import org.jspecify.annotations.NullMarked;
