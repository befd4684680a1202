/** A bank on a laptop: speaks the Toss Payments contract, remembers every won, and breaks on request. */
@NullMarked
package podo.tosssimulator;

import org.jspecify.annotations.NullMarked;
