package podo.stack.supervisor;

import java.time.Duration;
import java.time.Instant;
import podo.stack.process.ManagedProcess;
import podo.stack.process.ProcessId;
import podo.stack.process.Program;

/** Keeps one process alive: a crash is reported and answered with a new start, after a pause that doubles up to 30 s. */
final class ProcessRestarter {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final ManagedProcess process;
    private final int port;
    private final RunFolder run;
    private final Console console;
    private volatile boolean stopping;
    private int restarts;

    ProcessRestarter(Program program, int port, StackFolders home, RunFolder run, Console console) {
        this.port = port;
        this.run = run;
        this.console = console;
        this.process = new ManagedProcess(program, home.log(program.name()), this::register);
    }

    String name() {
        return process.program().name();
    }

    Program program() {
        return process.program();
    }

    boolean alive() {
        return process.alive();
    }

    /** Starts the program for the first time and watches it from then on.
     *
     * @throws podo.stack.process.StartFailed when it doesn't come up */
    void start() {
        var began = Instant.now();
        process.start();
        run.state(name(), "up");
        console.say("%-15s is up%s, after %.1f s"
                .formatted(
                        name(),
                        port == 0 ? "" : " on port " + port,
                        Duration.between(began, Instant.now()).toMillis() / 1000.0));
        Thread.ofVirtual().name("keeper of " + name()).start(this::watch);
    }

    void stop(Duration grace) {
        stopping = true;
        if (process.alive()) {
            run.state(name(), "stopping");
            process.stop(grace);
        }
        run.forget(name());
    }

    private void watch() {
        var pause = SHORT;
        while (!stopping) {
            var began = Instant.now();
            var code = process.onExit().join();
            if (stopping) {
                return;
            }
            if (Duration.between(began, Instant.now()).compareTo(STEADY) > 0) {
                pause = SHORT;
            }
            restarts++;
            run.state(name(), "crashed");
            console.say("%s ended by itself (%s); it is started again in %d s. Its log: ./podo logs %s"
                    .formatted(name(), reason(code), pause.toSeconds(), name()));
            pause = restartAfter(pause);
        }
    }

    private Duration restartAfter(Duration pause) {
        try {
            Thread.sleep(pause);
            synchronized (this) {
                if (stopping) {
                    return pause;
                }
                process.launch();
            }
            process.awaitReady();
            run.state(name(), "up");
            console.say(name() + " is up again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping) {
                console.say(name() + " did not come up: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONG) > 0 ? LONG : doubled;
    }

    private void register(ProcessHandle handle) {
        run.write(new RunFolder.Entry(name(), ProcessId.of(handle), port, "starting", restarts));
    }

    private static String reason(int code) {
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }
}
