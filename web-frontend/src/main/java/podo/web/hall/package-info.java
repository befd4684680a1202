/** The designer of seat plans: its page, the forms that work without scripts, and the data of its script. */
@NullMarked
package podo.web.hall;

import org.jspecify.annotations.NullMarked;
