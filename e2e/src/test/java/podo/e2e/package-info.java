/** Tries a running stack from outside, as fans and organisers do: by the API and with a browser. */
@NullMarked
package podo.e2e;

import org.jspecify.annotations.NullMarked;
