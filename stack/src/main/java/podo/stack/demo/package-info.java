/** The demo's events, fans and purchases, made through the public API alone, and the rehearsal of a purchase. */
@NullMarked
package podo.stack.demo;

import org.jspecify.annotations.NullMarked;
