/** Who may do what with whose events: teams, the roles in them, and the rights that a role has. */
@NullMarked
package podo.starter.team;

import org.jspecify.annotations.NullMarked;
