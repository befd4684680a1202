/** The rules of CONTRIBUTING that a machine can check, over the sources and compiled classes of every module; they need no server. */
@NullMarked
package podo.e2e.architecture;

import org.jspecify.annotations.NullMarked;
