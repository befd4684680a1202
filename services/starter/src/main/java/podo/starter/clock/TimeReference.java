package podo.starter.clock;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * The clock of a server that all instances share; each bean of this type is compared.
 *
 * @param time asks the server; an exception when it does not answer
 */
public record TimeReference(String name, Supplier<Instant> time) {}
