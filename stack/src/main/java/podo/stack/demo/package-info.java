/** Creates the demo's events, fans and purchases through the public API, and rehearses a purchase. */
@NullMarked
package podo.stack.demo;

import org.jspecify.annotations.NullMarked;
