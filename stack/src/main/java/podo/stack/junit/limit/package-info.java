/** What a test says that exceeds its time. */
@NullMarked
package podo.stack.junit.limit;

import org.jspecify.annotations.NullMarked;
