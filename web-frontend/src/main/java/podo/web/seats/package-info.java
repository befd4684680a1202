/** Choosing and holding seats: a list that works without scripts, a live map on the same data, and the hold. */
@NullMarked
package podo.web.seats;

import org.jspecify.annotations.NullMarked;
