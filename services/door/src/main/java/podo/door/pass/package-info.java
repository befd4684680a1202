/** The entry pass: who was let in by the line, to which event, until when. */
@NullMarked
package podo.door.pass;

import org.jspecify.annotations.NullMarked;
