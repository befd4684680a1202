/** What instances tell each other over Redis Pub/Sub, and how one that has gone deaf notices. */
@NullMarked
package podo.starter.redis;

import org.jspecify.annotations.NullMarked;
