/** Pages and files that are the same for everybody, a page's header apart, are rendered once and answered as bytes. */
@NullMarked
package podo.web.shared;

import org.jspecify.annotations.NullMarked;
