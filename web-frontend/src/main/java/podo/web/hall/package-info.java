/** An organiser's halls: the form of a new one, and the designer of seat plans: its page, the forms that work without scripts, and the data of its script. */
@NullMarked
package podo.web.hall;

import org.jspecify.annotations.NullMarked;
