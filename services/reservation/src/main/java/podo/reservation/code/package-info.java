/** The signed content of a ticket's QR code, and the public keys that check it. */
@NullMarked
package podo.reservation.code;

import org.jspecify.annotations.NullMarked;
