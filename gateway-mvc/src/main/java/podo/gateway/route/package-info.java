/** Maps paths to services, picks an instance, and guards each service with a circuit breaker and a bulkhead. */
@NullMarked
package podo.gateway.route;

import org.jspecify.annotations.NullMarked;
