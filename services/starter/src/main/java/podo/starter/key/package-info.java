/** Keys of programs that act for a team: their text, their scopes, and which call takes which scope. */
@NullMarked
package podo.starter.key;

import org.jspecify.annotations.NullMarked;
