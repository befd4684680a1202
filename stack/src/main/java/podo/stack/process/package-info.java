/** Programs of the operating system: how one is started, waited for, paused, killed and stopped by its own id. */
@NullMarked
package podo.stack.process;

import org.jspecify.annotations.NullMarked;
