/** Tests a running stack from outside: by the API and with a browser. */
@NullMarked
package podo.e2e;

import org.jspecify.annotations.NullMarked;
