/** Pages of operators: accounts and audit; and during a sale the figures of all processes together, and the last refusals and slow requests with their traces. */
@NullMarked
package podo.web.operations;

import org.jspecify.annotations.NullMarked;
