/** Slows the guessing of passwords without letting anybody lock somebody else out. */
@NullMarked
package podo.user.guard;

import org.jspecify.annotations.NullMarked;
