/** Shared by all pages: language, times and money as text, the layout's model, error pages. */
@NullMarked
package podo.web.page;

import org.jspecify.annotations.NullMarked;
