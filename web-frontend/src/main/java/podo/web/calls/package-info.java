/** The other services as this one sees them: an HTTP interface for each, with records of just what the pages need. */
@NullMarked
package podo.web.calls;

import org.jspecify.annotations.NullMarked;
