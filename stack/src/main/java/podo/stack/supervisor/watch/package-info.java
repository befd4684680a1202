/** Watches running processes: restarts after crashes, the run folder that records them, and the console. */
@NullMarked
package podo.stack.supervisor.watch;

import org.jspecify.annotations.NullMarked;
