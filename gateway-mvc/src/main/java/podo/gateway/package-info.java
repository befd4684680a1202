/** The only entry from outside: finds the service for a path, checks token, pass and rate, and forwards the request. */
@NullMarked
package podo.gateway;

import org.jspecify.annotations.NullMarked;
