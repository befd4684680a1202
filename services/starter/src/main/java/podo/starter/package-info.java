/** Every call that comes in is known by name, may be repeated without harm, and is refused in words. */
@NullMarked
package podo.starter;

import org.jspecify.annotations.NullMarked;
