/** Presales: what a code opens before the general sale, and who has entered it. */
@NullMarked
package podo.reservation.presale;

import org.jspecify.annotations.NullMarked;
