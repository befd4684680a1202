/** Checks each request before it is forwarded: path, token, entry pass, rate limits, body size. */
@NullMarked
package podo.gateway.guard;

import org.jspecify.annotations.NullMarked;
