/** Failure experiments on the whole stack, one fault each; their table is {@code e2e/docs/failure-experiments.md}. */
@NullMarked
package podo.e2e.faults;

import org.jspecify.annotations.NullMarked;
