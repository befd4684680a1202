/** The simulated payments, their states, and the rules of the bank. */
@NullMarked
package podo.tosssimulator.money;

import org.jspecify.annotations.NullMarked;
