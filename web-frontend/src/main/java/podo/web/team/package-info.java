/** The pages of a team: members, roles and invitations, and what of the organisers' pages a role may see. */
@NullMarked
package podo.web.team;

import org.jspecify.annotations.NullMarked;
