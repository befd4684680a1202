/** Sends a request to a service instance and streams its response back to the client. */
@NullMarked
package podo.gateway.exchange;

import org.jspecify.annotations.NullMarked;
