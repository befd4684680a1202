/** From the line to the ticket: who may come in, and what they have bought. */
@NullMarked
package podo.reservation;

import org.jspecify.annotations.NullMarked;
