/** Sales at a team's box office: seats for somebody without an account, paid at the desk or given away. */
@NullMarked
package podo.reservation.booking.order.boxoffice;

import org.jspecify.annotations.NullMarked;
