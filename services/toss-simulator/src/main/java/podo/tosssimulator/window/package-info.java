/** What the buyer sees and does: the payment window, as a page and as one API call. */
@NullMarked
package podo.tosssimulator.window;

import org.jspecify.annotations.NullMarked;
