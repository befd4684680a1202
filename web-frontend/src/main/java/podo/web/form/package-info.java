/** What all forms share: which field names a form has, and how they are called in words. */
@NullMarked
package podo.web.form;

import org.jspecify.annotations.NullMarked;
