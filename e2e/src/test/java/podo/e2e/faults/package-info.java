/** What we break on purpose in the whole stack, one thing at a time; the table is in {@code e2e/docs/failure-experiments.md}. */
@NullMarked
package podo.e2e.faults;

import org.jspecify.annotations.NullMarked;
