/** Requests that no client means to send, as bytes: none is answered 5xx, each with a problem and few lines of log. */
@NullMarked
package podo.e2e.odd;

import org.jspecify.annotations.NullMarked;
