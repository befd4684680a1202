/** Who is calling: a fan by a token of the user service, a service by its own. */
@NullMarked
package podo.door.token;

import org.jspecify.annotations.NullMarked;
