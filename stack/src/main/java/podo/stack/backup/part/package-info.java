/** The parts of a backup: the database, Redis, and what Kafka has not delivered yet. */
@NullMarked
package podo.stack.backup.part;

import org.jspecify.annotations.NullMarked;
