/** The codes of a ticket: the signed one of its QR with the public keys that check it, and the one that people type. */
@NullMarked
package podo.reservation.code;

import org.jspecify.annotations.NullMarked;
