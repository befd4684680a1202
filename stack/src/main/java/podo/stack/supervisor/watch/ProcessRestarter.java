package podo.stack.supervisor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
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
    /** In the run folder; another than the program's while its predecessor has that. */
    private volatile String entry;

    private volatile boolean stopping;
    private int restarts;

    public ProcessRestarter(Program program, int port, StackFolders folders, RunFolder run, Console console) {
        this.entry = program.name();
        this.port = port;
        this.run = run;
        this.console = console;
        this.process = new ManagedProcess(program, folders.log(program.name()), this::record);
    }

    public String name() {
        return process.program().name();
    }

    /** Has the process appear as the successor of the one that has its name, until {@link #takeName}. To be called before the start. */
    public ProcessRestarter asSuccessor() {
        entry = name() + "-next";
        return this;
    }

    /** The predecessor has ended. */
    public void takeName() {
        run.rename(entry, name());
        entry = name();
    }

    public long pid() {
        return process.pid();
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
        run.setState(entry, "up");
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
            run.setState(entry, "stopping");
            process.stop(grace);
        }
        run.delete(entry);
    }

    /**
     * Asks the process to drain and to end, and waits until it has.
     *
     * @param patience after which it is killed
     * @param hurry whether it is to be killed at once
     */
    public void drain(Duration patience, BooleanSupplier hurry) throws IOException, InterruptedException {
        synchronized (this) {
            stopping = true;
        }
        var request = run.drainRequest(name());
        Files.writeString(request, "");
        try {
            run.setState(entry, "draining");
            process.handle().destroy();
            var deadline = Instant.now().plus(patience);
            while (process.alive() && !hurry.getAsBoolean() && Instant.now().isBefore(deadline)) {
                Thread.sleep(50);
            }
        } finally {
            stop(Duration.ZERO);
            Files.deleteIfExists(request);
        }
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
            noteCrash();
            console.say("%s crashed (%s) and is restarted in %d s. Its log: ./podo logs %s"
                    .formatted(name(), describe(exitCode), pause.toSeconds(), name()));
            pause = restartAfter(pause);
        }
    }

    /** A full disk must not keep a process from being restarted. */
    private void noteCrash() {
        try {
            run.setState(entry, "crashed");
        } catch (UncheckedIOException e) {
            console.say("the run folder can't be written: " + e.getMessage());
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
            run.setState(entry, "up");
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
        run.write(new RunFolder.Entry(entry, ProcessId.of(handle), port, "starting", restarts));
    }

    private static String describe(int exitCode) {
        return exitCode > 128 ? "signal " + (exitCode - 128) : "exit code " + exitCode;
    }
}
