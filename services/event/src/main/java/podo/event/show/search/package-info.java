/** What a list of events is asked for. */
@NullMarked
package podo.event.show.search;

import org.jspecify.annotations.NullMarked;
