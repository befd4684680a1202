/** Venues: the places where events play, each with all versions of its seat plan. */
@NullMarked
package podo.event.venue;

import org.jspecify.annotations.NullMarked;
