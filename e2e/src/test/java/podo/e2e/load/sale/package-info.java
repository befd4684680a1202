/** Plays one sale against a stack that is up, with fans who arrive by a curve and do not wait for each other's answers. */
@NullMarked
package podo.e2e.load.sale;

import org.jspecify.annotations.NullMarked;
