/** What an organiser decides about an event: the request, its defaults, its validation and the resulting {@link Terms}. */
@NullMarked
package podo.event.show.terms;

import org.jspecify.annotations.NullMarked;
