/** An event before it is published: forms that are not saved yet, what is still missing, and the list of an organiser's events. */
@NullMarked
package podo.web.draft;

import org.jspecify.annotations.NullMarked;
