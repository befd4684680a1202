/** How the fields of forms are called in words. */
@NullMarked
package podo.web.label;

import org.jspecify.annotations.NullMarked;
