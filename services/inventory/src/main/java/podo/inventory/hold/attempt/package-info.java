/** A fan's attempt to hold seats: {@link podo.inventory.hold.attempt.HoldDesk} checks the rules, asks the doorman and commits. */
@NullMarked
package podo.inventory.hold.attempt;

import org.jspecify.annotations.NullMarked;
