/** State that survives a restart, one line of JSON per change in one file. */
@NullMarked
package podo.tosssimulator.journal;

import org.jspecify.annotations.NullMarked;
