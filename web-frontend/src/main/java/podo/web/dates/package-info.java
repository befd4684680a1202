/** The page with all dates of an organiser's show, where further ones are added and drafts are published together. */
@NullMarked
package podo.web.dates;

import org.jspecify.annotations.NullMarked;
