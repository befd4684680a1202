/** How a rendered page is written: at once, compressed, with its length. */
@NullMarked
package podo.web.render;

import org.jspecify.annotations.NullMarked;
