package podo.stack.supervisor.watch;

import java.time.Duration;
import java.time.Instant;
import podo.stack.process.ManagedProcess;
import podo.stack.process.ProcessId;
import podo.stack.process.Program;
import podo.stack.process.StartFailed;
import podo.stack.supervisor.settings.StackFolders;

/**
 * Starts a process and restarts it when it crashes, after a pause that doubles from 1 s to 30 s. A run of one minute resets
 * the pause.
 */
public final class ProcessRestarter {
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);

    private final ManagedProcess process;
    private final int port;
    private final RunFolder run;
    private final Console console;
    private volatile boolean stopping;
    private int restarts;

    public ProcessRestarter(Program program, int port, StackFolders folders, RunFolder run, Console console) {
        this.port = port;
        this.run = run;
        this.console = console;
        this.process = new ManagedProcess(program, folders.log(program.name()), this::record);
    }

    public String name() {
        return process.program().name();
    }

    public Program program() {
        return process.program();
    }

    /**
     * Starts the program, waits until it is ready and watches it from then on. One that ends while it starts gets a second try: on a
     * machine that starts a dozen programs at once, a connection may take longer than its timeout.
     *
     * @throws podo.stack.process.StartFailed when it does not become ready
     */
    public void start() {
        var startedAt = Instant.now();
        launch();
        try {
            process.awaitReady();
        } catch (StartFailed e) {
            if (stopping || process.alive()) {
                throw e;
            }
            console.say(name() + " ended while it started; it is started once more");
            launch();
            process.awaitReady();
        }
        run.setState(name(), "up");
        console.say("%-15s is up%s, after %.1f s"
                .formatted(
                        name(),
                        port == 0 ? "" : " on port " + port,
                        Duration.between(startedAt, Instant.now()).toMillis() / 1000.0));
        Thread.ofVirtual().name("restarter of " + name()).start(this::watch);
    }

    public void stop(Duration grace) {
        synchronized (this) {
            stopping = true;
        }
        if (process.alive()) {
            run.setState(name(), "stopping");
            process.stop(grace);
        }
        run.delete(name());
    }

    /** Nothing is launched once {@link #stop} was called. */
    private synchronized void launch() {
        if (!stopping) {
            process.launch();
        }
    }

    private void watch() {
        var pause = MIN_PAUSE;
        while (!stopping) {
            var startedAt = Instant.now();
            var exitCode = process.onExit().join();
            if (stopping) {
                return;
            }
            if (Duration.between(startedAt, Instant.now()).compareTo(STABLE_AFTER) > 0) {
                pause = MIN_PAUSE;
            }
            restarts++;
            run.setState(name(), "crashed");
            console.say("%s crashed (%s) and is restarted in %d s. Its log: ./podo logs %s"
                    .formatted(name(), describe(exitCode), pause.toSeconds(), name()));
            pause = restartAfter(pause);
        }
    }

    private Duration restartAfter(Duration pause) {
        try {
            Thread.sleep(pause);
            launch();
            if (stopping) {
                return pause;
            }
            process.awaitReady();
            run.setState(name(), "up");
            console.say(name() + " is up again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping) {
                console.say(name() + " did not start: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
    }

    private void record(ProcessHandle handle) {
        run.write(new RunFolder.Entry(name(), ProcessId.of(handle), port, "starting", restarts));
    }

    private static String describe(int exitCode) {
        return exitCode > 128 ? "signal " + (exitCode - 128) : "exit code " + exitCode;
    }
}
