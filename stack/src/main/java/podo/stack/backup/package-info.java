/** {@code ./podo backup} and {@code ./podo restore}: one file with everything that a stack knows, taken while it sells. */
@NullMarked
package podo.stack.backup;

import org.jspecify.annotations.NullMarked;
