/** Redis as services share it: Pub/Sub subscriptions that recover by themselves, a circuit breaker, and locks over several names. */
@NullMarked
package podo.starter.redis;

import org.jspecify.annotations.NullMarked;
