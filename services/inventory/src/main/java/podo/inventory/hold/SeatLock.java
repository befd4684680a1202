package podo.inventory.hold;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the method under Redisson locks, one per seat ({@code inv:seat:<id>}), all of them or none. They lie round a
 * transaction, never within it, so that they are given back after the commit. They are an optimisation: when Redis is
 * away the method runs without.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface SeatLock {

    /** A SpEL expression over the method's parameters that answers the seat ids. */
    String value();
}
