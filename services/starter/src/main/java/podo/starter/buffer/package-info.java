/** Collects reports in memory so that a timer can send them together. */
@NullMarked
package podo.starter.buffer;

import org.jspecify.annotations.NullMarked;
