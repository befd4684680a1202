/** Tells buyers that their show was changed, and keeps who was told of what. */
@NullMarked
package podo.reservation.booking.notice;

import org.jspecify.annotations.NullMarked;
