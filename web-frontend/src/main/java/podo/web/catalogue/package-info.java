/** The list of events and the page of one: seen by everybody, asked of the event service at most every two seconds. */
@NullMarked
package podo.web.catalogue;

import org.jspecify.annotations.NullMarked;
