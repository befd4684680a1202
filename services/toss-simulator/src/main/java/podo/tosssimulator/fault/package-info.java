/** Faults on request: for one order or all, a number of times or for a share of the calls. */
@NullMarked
package podo.tosssimulator.fault;

import org.jspecify.annotations.NullMarked;
