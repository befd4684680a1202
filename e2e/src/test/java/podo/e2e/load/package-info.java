/** Many at once, measured: what {@code ./podo bench pages} opens on a stack that is up. */
@NullMarked
package podo.e2e.load;

import org.jspecify.annotations.NullMarked;
