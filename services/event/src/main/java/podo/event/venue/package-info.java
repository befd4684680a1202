/** Venues: an organiser describes sections and rows; the seats and their coordinates are computed from them. */
@NullMarked
package podo.event.venue;

import org.jspecify.annotations.NullMarked;
