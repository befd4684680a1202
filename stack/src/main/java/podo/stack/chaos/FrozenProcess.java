package podo.stack.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import podo.stack.process.ProcessId;
import podo.stack.process.ProcessSignal;

/**
 * A process that was stopped. A shell continues it when its time is over, so that nothing stays frozen when this JVM is killed.
 *
 * @param until when it is continued at the latest
 */
record FrozenProcess(ProcessId id, Instant until, Process guard) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    static FrozenProcess freeze(ProcessId id, Instant now, Duration time) {
        try {
            // before the signal: without a guard nothing is stopped
            var guard = new ProcessBuilder(
                            "sh",
                            "-c",
                            "sleep \"$1\"; kill -CONT \"$2\"",
                            "thaw",
                            Long.toString(time.toSeconds()),
                            Long.toString(id.pid()))
                    .redirectErrorStream(true)
                    .start();
            ProcessSignal.STOP.send(id.pid());
            awaitStopped(id);
            return new FrozenProcess(id, now.plus(time), guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process stops when it is scheduled next, a moment after the signal. */
    private static void awaitStopped(ProcessId id) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!id.stopped() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    void thaw() {
        ProcessSignal.CONT.send(id.pid());
        guard.descendants().forEach(ProcessHandle::destroy);
        guard.destroy();
    }
}
