package podo.starter.clock;

import java.time.Instant;

/** The clock of the machine, whatever {@link java.time.Clock} the service works with; a bean so that a test can make it wrong. */
@FunctionalInterface
public interface MachineClock {

    Instant instant();
}
