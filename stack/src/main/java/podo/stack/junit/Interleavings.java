package podo.stack.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;

/**
 * Runs code that shares objects between threads under many schedules, which Lincheck chooses and replays. A schedule in which an assertion
 * fails, a thread throws or all threads wait for each other fails the test and is printed step by step. Threads must be platform
 * threads.
 */
public final class Interleavings {

    private static final int TIMES = Boolean.getBoolean("podo.long") ? 20 : 1;

    /** What each schedule runs, with objects of its own. */
    @FunctionalInterface
    public interface Scenario {
        void run(Threads threads);
    }

    /** Starts threads that the end of a scenario waits for; also those that they start. */
    public static final class Threads implements Executor {

        private final List<Thread> started = new ArrayList<>();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        @Override
        public void execute(Runnable task) {
            Thread thread = new Thread(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            });
            synchronized (started) {
                started.add(thread);
            }
            thread.start();
        }

        /** Waits until all have ended; throws when one of them failed. */
        public void join() {
            for (int number = 0; number < count(); number++) {
                try {
                    get(number).join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            Throwable failed = failure.get();
            if (failed != null) {
                throw new AssertionError("A thread failed", failed);
            }
        }

        private int count() {
            synchronized (started) {
                return started.size();
            }
        }

        private Thread get(int number) {
            synchronized (started) {
                return started.get(number);
            }
        }
    }

    private Interleavings() {}

    /** Explores so many schedules, twenty times as many with {@code -Dpodo.long=true}; throws what Lincheck found. */
    public static void explore(int schedules, Scenario scenario) {
        Lincheck.runConcurrentTest(schedules * TIMES, () -> scenario.run(new Threads()));
    }
}
