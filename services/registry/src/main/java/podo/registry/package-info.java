/** Who runs where: every service says so here, and asks here. */
@NullMarked
package podo.registry;

import org.jspecify.annotations.NullMarked;
