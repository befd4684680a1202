package podo.inventory.hold.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the method under Redisson locks, one per seat ({@code inv:seat:<id>}), all or none. The locks are outside the
 * transaction, so that they are released after the commit. They only reduce load: while Redis does not answer the method runs
 * without them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface SeatLock {

    /** A SpEL expression over the method's parameters that returns the seat ids. */
    String value();
}
