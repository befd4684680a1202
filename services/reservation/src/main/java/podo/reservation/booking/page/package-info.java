/** Pages of lists whose bodies are arrays: the total and the links stand in headers. */
@NullMarked
package podo.reservation.booking.page;

import org.jspecify.annotations.NullMarked;
