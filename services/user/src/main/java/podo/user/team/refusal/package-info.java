/** What is refused about teams. */
@NullMarked
package podo.user.team.refusal;

import org.jspecify.annotations.NullMarked;
