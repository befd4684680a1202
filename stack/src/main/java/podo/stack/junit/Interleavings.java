package podo.stack.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jetbrains.lincheck.Lincheck;

/**
 * Runs code that shares objects between threads under many schedules, which Lincheck chooses and replays. A schedule in which an assertion
 * fails, a thread throws or all threads wait for each other fails the test and is printed step by step. Threads must be platform
 * threads.
 */
public final class Interleavings {

    private static final int SCHEDULES = Boolean.getBoolean("podo.long") ? 20_000 : 1_000;

    /** What each schedule runs, with objects of its own. */
    @FunctionalInterface
    public interface Scenario {
        void run(Threads threads);
    }

    /** Starts threads that the end of a scenario waits for; also those that they start. */
    public static final class Threads implements Executor {

        private final List<Thread> started = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            Thread thread = new Thread(task);
            synchronized (started) {
                started.add(thread);
            }
            thread.start();
        }

        /** Waits until all have ended. */
        public void join() {
            for (int next = 0; ; next++) {
                Thread thread;
                synchronized (started) {
                    if (next == started.size()) {
                        return;
                    }
                    thread = started.get(next);
                }
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private Interleavings() {}

    /** Explores 1,000 schedules, 20,000 with {@code -Dpodo.long=true}; throws what Lincheck found. */
    public static void explore(Scenario scenario) {
        Lincheck.runConcurrentTest(SCHEDULES, () -> scenario.run(new Threads()));
    }
}
