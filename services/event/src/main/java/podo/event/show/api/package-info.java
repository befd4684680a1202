/** HTTP endpoints for events: public reads, the organiser's writes and the internal seat plan. */
@NullMarked
package podo.event.show.api;

import org.jspecify.annotations.NullMarked;
