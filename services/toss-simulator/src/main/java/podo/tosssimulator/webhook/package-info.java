/** Tells the shop of every change of state, and again after 1, 4, 16 … minutes. */
@NullMarked
package podo.tosssimulator.webhook;

import org.jspecify.annotations.NullMarked;
