package podo.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program and the process that runs it, if any; signals are sent to that process id only. */
public final class ManagedProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SHELL = Path.of("/bin/sh");
    /** What a terminal sends to all processes of its session: Ctrl-C, Ctrl-Z, and that it was closed. */
    private static final String TERMINAL_SIGNALS = "INT TSTP HUP";

    private final Program program;
    private final Path log;
    private final Consumer<ProcessHandle> register;
    private volatile @Nullable Process process;

    /** @param register called with each new process, so that it can be ended even when this JVM is killed */
    public ManagedProcess(Program program, Path log, Consumer<ProcessHandle> register) {
        this.program = program;
        this.log = log;
        this.register = register;
    }

    public Program program() {
        return program;
    }

    public Path log() {
        return log;
    }

    /** Starts the program without waiting until it is ready. */
    public synchronized void launch() {
        if (alive()) {
            return;
        }
        try {
            Files.createDirectories(program.folder());
            Files.createDirectories(log.toAbsolutePath().getParent());
            program.prepare();
            var builder = new ProcessBuilder(apartFromTerminal(program))
                    .directory(program.folder().toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true);
            builder.environment().putAll(program.environment());
            var started = builder.start();
            process = started;
            register.accept(started.toHandle());
            program.onLaunch(started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(program.name() + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program.name() + " was interrupted while it was prepared", e);
        }
    }

    /**
     * Waits until the program is ready.
     *
     * @throws StartFailed when it ended or took longer than its patience; the message contains the end of its log
     */
    public void awaitReady() {
        var deadline = Instant.now().plus(program.patience());
        while (!program.ready()) {
            if (!alive()) {
                throw new StartFailed(program.name() + " ended while it started", log);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartFailed(
                        program.name() + " was not ready within "
                                + program.patience().toSeconds() + " s",
                        log);
            }
            pause(Duration.ofMillis(50));
        }
        try {
            program.onReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program and waits until it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Sends SIGTERM, and SIGKILL when the process has not ended within the grace time. */
    public synchronized void stop(Duration grace) {
        var running = process;
        if (running == null) {
            return;
        }
        thaw();
        running.destroy();
        try {
            if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Sends SIGKILL and waits until the process has ended. */
    public synchronized void kill() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            // not onExit(): it completes in the common pool, which has one thread on a small machine and may be busy
            running.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends SIGSTOP: the process keeps its connections and answers nothing. */
    public void freeze() {
        signal(ProcessSignal.STOP);
    }

    /** Sends SIGCONT to a frozen process. */
    public void thaw() {
        signal(ProcessSignal.CONT);
    }

    /** Stops the process with a grace of 20 s and starts it again; returns when it is ready. */
    public void restart() {
        stop(Duration.ofSeconds(20));
        start();
    }

    public boolean alive() {
        var running = process;
        return running != null && running.isAlive();
    }

    public long pid() {
        return handle().pid();
    }

    public ProcessHandle handle() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(program.name() + " was never started");
        }
        return running.toHandle();
    }

    /** Completes with the exit code when the current process ends. */
    public CompletableFuture<Integer> onExit() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(program.name() + " was never started");
        }
        return running.onExit().thenApply(Process::exitValue);
    }

    /**
     * Ctrl-C in a terminal reaches the supervisor only, which stops the others in order: they have sessions of their own, or begin with these
     * signals ignored, which a JVM then leaves so.
     */
    private static List<String> apartFromTerminal(Program program) {
        var command = new ArrayList<String>();
        if (program.ownSession()) {
            if (Files.isExecutable(SETSID)) {
                command.add(SETSID.toString());
            }
        } else if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", "trap '' " + TERMINAL_SIGNALS + "; exec \"$@\"", "sh"));
        }
        command.addAll(program.command());
        return command;
    }

    private void signal(ProcessSignal signal) {
        if (alive()) {
            signal.send(pid());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
