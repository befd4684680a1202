/** Every process of a stack is replaced while fans buy. */
@NullMarked
package podo.e2e.roll;

import org.jspecify.annotations.NullMarked;
