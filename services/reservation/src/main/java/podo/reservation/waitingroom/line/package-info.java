/** A fan's place in the line: joining, asking, entering, leaving, and bringing a line back that Redis lost. */
@NullMarked
package podo.reservation.waitingroom.line;

import org.jspecify.annotations.NullMarked;
