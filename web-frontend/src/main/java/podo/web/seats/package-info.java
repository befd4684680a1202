/** Choosing seats: a form that works everywhere, a live map on top of the same data, and the hold. */
@NullMarked
package podo.web.seats;

import org.jspecify.annotations.NullMarked;
