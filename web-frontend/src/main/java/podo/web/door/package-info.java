/** The door's pages: events to check, and a gate that goes on without network. */
@NullMarked
package podo.web.door;

import org.jspecify.annotations.NullMarked;
