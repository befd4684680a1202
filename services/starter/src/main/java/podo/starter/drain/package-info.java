/** A process that is to be replaced loses its callers, its requests and its streams before it stops. */
@NullMarked
package podo.starter.drain;

import org.jspecify.annotations.NullMarked;
