/** The laptop's data centre: starts every process of Podo in the right order, watches it, and stops it by its own id. */
@NullMarked
package podo.stack.supervisor;

import org.jspecify.annotations.NullMarked;
