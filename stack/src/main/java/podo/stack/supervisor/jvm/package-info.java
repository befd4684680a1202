/** A service as a Java process: its extracted jar, its JVM options and its AOT cache. */
@NullMarked
package podo.stack.supervisor.jvm;

import org.jspecify.annotations.NullMarked;
