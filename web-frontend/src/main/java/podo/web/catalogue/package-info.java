/** The public list of events and the page of one, cached for two seconds. */
@NullMarked
package podo.web.catalogue;

import org.jspecify.annotations.NullMarked;
