/** Why an organiser's action on an event is refused. */
@NullMarked
package podo.event.show.refusal;

import org.jspecify.annotations.NullMarked;
