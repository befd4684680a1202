/** Shows as this service knows them from messages: titles, times and the refund table. */
@NullMarked
package podo.reservation.show;

import org.jspecify.annotations.NullMarked;
