/** Says before seats of a booking are used, refunded or change hands, so that what stands against it ends first. */
@NullMarked
package podo.reservation.hands;

import org.jspecify.annotations.NullMarked;
