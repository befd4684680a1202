/** What all pages share: language, money and time in words, the model of the layout, calm error pages. */
@NullMarked
package podo.web.page;

import org.jspecify.annotations.NullMarked;
