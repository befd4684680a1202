/** Whole journeys through the pages in Chromium. */
@NullMarked
package podo.e2e.journey;

import org.jspecify.annotations.NullMarked;
