/** Rehearsals of a sale: the form, the progress, the page of the result, and taking the settings over. */
@NullMarked
package podo.web.rehearsal;

import org.jspecify.annotations.NullMarked;
