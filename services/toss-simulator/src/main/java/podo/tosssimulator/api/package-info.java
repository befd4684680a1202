/** Toss's own HTTP interface: keys, idempotency, errors. */
@NullMarked
package podo.tosssimulator.api;

import org.jspecify.annotations.NullMarked;
