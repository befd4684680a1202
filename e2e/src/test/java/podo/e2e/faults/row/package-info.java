/** What is played of a row of the table of faults, on a stack that is up. */
@NullMarked
package podo.e2e.faults.row;

import org.jspecify.annotations.NullMarked;
