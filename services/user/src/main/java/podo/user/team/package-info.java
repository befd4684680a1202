/** Teams: who may do what with an organiser's events, and the invitations by which somebody becomes a member. */
@NullMarked
package podo.user.team;

import org.jspecify.annotations.NullMarked;
