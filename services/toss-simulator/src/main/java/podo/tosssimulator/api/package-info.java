/** Toss's HTTP API: authentication, idempotency, error bodies, and the faults of calls. */
@NullMarked
package podo.tosssimulator.api;

import org.jspecify.annotations.NullMarked;
