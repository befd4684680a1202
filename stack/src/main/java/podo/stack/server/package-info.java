/** The real servers, started from binaries that Maven Central hosts: MariaDB or MySQL, Redis and Kafka. */
@NullMarked
package podo.stack.server;

import org.jspecify.annotations.NullMarked;
