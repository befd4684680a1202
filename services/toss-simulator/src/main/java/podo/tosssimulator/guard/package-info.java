/** Who may use {@code /simulator/**} and {@code /mail}: this machine without a word, other machines with the token, no foreign page. */
@NullMarked
package podo.tosssimulator.guard;

import org.jspecify.annotations.NullMarked;
