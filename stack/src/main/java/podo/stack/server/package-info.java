/** The real servers that Podo stands on, started from artifacts of Maven Central: a database, Redis and Kafka. */
@NullMarked
package podo.stack.server;

import org.jspecify.annotations.NullMarked;
