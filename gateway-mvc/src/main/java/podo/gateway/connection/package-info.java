/** Bounds how long a client may take to send a request. */
@NullMarked
package podo.gateway.connection;

import org.jspecify.annotations.NullMarked;
