/** Payments and their states: what the bank has captured and given back. */
@NullMarked
package podo.tosssimulator.money;

import org.jspecify.annotations.NullMarked;
