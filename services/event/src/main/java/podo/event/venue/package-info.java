/** Halls: an organiser describes rows, the seats and where they stand follow from that. */
@NullMarked
package podo.event.venue;

import org.jspecify.annotations.NullMarked;
