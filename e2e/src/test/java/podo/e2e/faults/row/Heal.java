package podo.e2e.faults.row;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends faults, also when this JVM is told to end in the middle of one. */
public final class Heal {

    private Heal() {}

    /** Runs {@code fault}, waits, and runs {@code healing}, once, whatever happens. */
    public static void after(Duration time, Runnable healing, Runnable fault) {
        AtomicBoolean healed = new AtomicBoolean();
        Runnable once = () -> {
            if (healed.compareAndSet(false, true)) {
                healing.run();
            }
        };
        Thread atExit = new Thread(once);
        Runtime.getRuntime().addShutdownHook(atExit);
        long until = System.nanoTime() + time.toNanos();
        try {
            fault.run();
            await().atMost(time.plusMinutes(1)).until(() -> System.nanoTime() >= until);
        } finally {
            once.run();
            removeHook(atExit);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending, and runs it
        }
    }
}
