/** Starts all processes of Podo in order, checks that a purchase would succeed, and stops the processes in reverse order. */
@NullMarked
package podo.stack.supervisor;

import org.jspecify.annotations.NullMarked;
