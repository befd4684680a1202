/** What all forms share: the names of their fields, the page that holds a form, and what was typed into one that was refused. */
@NullMarked
package podo.web.form;

import org.jspecify.annotations.NullMarked;
