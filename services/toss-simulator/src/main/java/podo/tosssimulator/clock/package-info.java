/** The simulator's time, which a test may move forward. */
@NullMarked
package podo.tosssimulator.clock;

import org.jspecify.annotations.NullMarked;
