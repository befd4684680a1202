/** Why a ticket can't be handed over. */
@NullMarked
package podo.reservation.booking.handover.refusal;

import org.jspecify.annotations.NullMarked;
