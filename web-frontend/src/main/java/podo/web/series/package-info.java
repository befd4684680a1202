/** Changes of an organiser's events that go to other dates of the same show too. */
@NullMarked
package podo.web.series;

import org.jspecify.annotations.NullMarked;
