/** Traces of requests and messages: their ids in logs, problems and calls, and the last refusals and slow requests by their ids. */
@NullMarked
package podo.starter.trace;

import org.jspecify.annotations.NullMarked;
