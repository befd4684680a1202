/** The entry pass: who was let in by the line, to which event, until when. */
@NullMarked
package podo.starter.security;

import org.jspecify.annotations.NullMarked;
