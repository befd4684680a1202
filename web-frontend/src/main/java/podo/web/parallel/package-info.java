/** A page's independent calls are made side by side. */
@NullMarked
package podo.web.parallel;

import org.jspecify.annotations.NullMarked;
