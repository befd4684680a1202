/** {@code ./podo bench pages}: measures thousands of waiting pages, and reads of every page, on a stack that is up. */
@NullMarked
package podo.e2e.load;

import org.jspecify.annotations.NullMarked;
