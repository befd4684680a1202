/** Whole ways through the pages, in a real browser. */
@NullMarked
package podo.e2e.journey;

import org.jspecify.annotations.NullMarked;
