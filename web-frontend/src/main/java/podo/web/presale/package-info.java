/** FanPresales: what is announced of them, and the page on which a fan enters a code. */
@NullMarked
package podo.web.presale;

import org.jspecify.annotations.NullMarked;
