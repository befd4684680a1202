/** Who may use {@code /simulator/**}: this machine without a word, other machines with the token, no foreign page. */
@NullMarked
package podo.tosssimulator.guard;

import org.jspecify.annotations.NullMarked;
