/** Collects values in memory, merged by key, until a timer sends them together. */
@NullMarked
package podo.starter.buffer;

import org.jspecify.annotations.NullMarked;
