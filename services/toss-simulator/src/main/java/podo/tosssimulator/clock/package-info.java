/** The simulator's clock, which tests can move forward. */
@NullMarked
package podo.tosssimulator.clock;

import org.jspecify.annotations.NullMarked;
