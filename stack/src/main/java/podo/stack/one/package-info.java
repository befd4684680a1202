/** Several services in one JVM, each with class path, settings and port of its own; runs in a process that the supervisor starts. */
@NullMarked
package podo.stack.one;

import org.jspecify.annotations.NullMarked;
