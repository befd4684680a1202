/** Pages on which holders and members of a team set the names that stand on tickets. */
@NullMarked
package podo.web.names;

import org.jspecify.annotations.NullMarked;
