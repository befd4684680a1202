/** The payment window, as a page for people and as one API call for programs. */
@NullMarked
package podo.tosssimulator.window;

import org.jspecify.annotations.NullMarked;
