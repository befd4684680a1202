/** The page on which a fan enters the code of a presale, and reads what it opens. */
@NullMarked
package podo.web.presale;

import org.jspecify.annotations.NullMarked;
