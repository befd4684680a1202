/** What goes wrong on purpose: for one order or all, a number of times or a share of them. */
@NullMarked
package podo.tosssimulator.fault;

import org.jspecify.annotations.NullMarked;
