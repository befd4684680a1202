package podo.inventory.bench;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The same load again and again until it runs no faster: a fresh JVM interprets and compiles for its first minute, and
 * would measure that instead of the code.
 */
final class WarmUp {

    /** A round that is faster by less than this tells that the compilers are done. */
    private static final double STEADY = 1.05;

    private static final int CALM_ROUNDS = 2;

    private WarmUp() {}

    /**
     * @param least a noisy machine looks steady too early; several JVMs in a row need this long for their compilers
     * @param perSecond runs one round and answers how fast it was
     */
    static void untilSteady(String what, Duration least, Duration most, DoubleSupplier perSecond) {
        long began = System.nanoTime();
        double best = 0;
        int calm = 0;
        int rounds = 0;
        while (System.nanoTime() - began < (calm < CALM_ROUNDS ? most : least).toNanos()) {
            double speed = perSecond.getAsDouble();
            calm = speed < best * STEADY ? calm + 1 : 0;
            best = Math.max(best, speed);
            rounds++;
        }
        System.out.printf(
                "warm-up: %s, %d rounds, %.0f/s at best after %d s%n",
                what, rounds, best, (System.nanoTime() - began) / 1_000_000_000);
    }
}
