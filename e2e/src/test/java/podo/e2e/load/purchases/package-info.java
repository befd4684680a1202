/** Measures whole purchases on a stack that is up: purchases a second, times of each step, processor time of each process. */
@NullMarked
package podo.e2e.load.purchases;

import org.jspecify.annotations.NullMarked;
