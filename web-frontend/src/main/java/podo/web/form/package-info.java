/** Forms that were refused before anything was done: which page holds a form, and what was typed into it. */
@NullMarked
package podo.web.form;

import org.jspecify.annotations.NullMarked;
