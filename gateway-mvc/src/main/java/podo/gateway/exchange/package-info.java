/** The trip to a neighbour and back: the request as it leaves, the answer as it streams home. */
@NullMarked
package podo.gateway.exchange;

import org.jspecify.annotations.NullMarked;
