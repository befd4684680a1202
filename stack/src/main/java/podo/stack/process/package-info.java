/** Operating system processes: started, awaited, frozen, killed and stopped by their process id. */
@NullMarked
package podo.stack.process;

import org.jspecify.annotations.NullMarked;
