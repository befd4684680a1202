/** The address under which browsers reach Podo, and what follows from it for cookies. */
@NullMarked
package podo.starter.edge;

import org.jspecify.annotations.NullMarked;
