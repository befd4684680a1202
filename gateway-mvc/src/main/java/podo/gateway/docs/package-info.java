/** Serves the API documentation of all services at {@code /api/docs}. */
@NullMarked
package podo.gateway.docs;

import org.jspecify.annotations.NullMarked;
