/** After a journey: where addresses, names, passwords, cards, tokens and cookies of fans were written, and where they must not be. */
@NullMarked
package podo.e2e.leak;

import org.jspecify.annotations.NullMarked;
