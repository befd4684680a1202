/** The draw as a public algorithm, and the command that checks a published draw without Podo. */
@NullMarked
package podo.reservation.waitingroom.fairness;

import org.jspecify.annotations.NullMarked;
