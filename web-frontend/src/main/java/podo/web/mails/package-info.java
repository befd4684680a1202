/** Mails that were given up, for operators. */
@NullMarked
package podo.web.mails;

import org.jspecify.annotations.NullMarked;
