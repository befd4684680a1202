/** An event before it is published: what is still missing. */
@NullMarked
package podo.web.draft;

import org.jspecify.annotations.NullMarked;
