/** What the services agree on: one record per Kafka message, grouped by the sender, and shared ids and names. Depends on the JDK and JSpecify only. */
@NullMarked
package podo.contracts;

import org.jspecify.annotations.NullMarked;
