/** What members of a team do with its events, told by the service in which they do it. */
@NullMarked
package podo.contracts.team;

import org.jspecify.annotations.NullMarked;
