package podo.stack.supervisor.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Ends the processes of this stack whose supervisor died. They are identified by process id and start time, so that no other
 * process is signalled.
 */
public final class LeftoverProcesses {
    private static final List<String> ENDED_LAST = List.of("kafka", "redis", "mariadb", "mysql");

    private final RunFolder run;
    private final Console console;

    public LeftoverProcesses(RunFolder run, Console console) {
        this.run = run;
        this.console = console;
    }

    public void endAll() {
        var entries = run.all().stream()
                .filter(entry -> !entry.name().equals(RunFolder.SUPERVISOR))
                .toList();
        endAndWait(entries.stream()
                .filter(entry -> !ENDED_LAST.contains(entry.name()))
                .toList());
        endAndWait(entries.stream()
                .filter(entry -> ENDED_LAST.contains(entry.name()))
                .toList());
        run.delete(RunFolder.SUPERVISOR);
    }

    private void endAndWait(List<RunFolder.Entry> entries) {
        for (var entry : entries) {
            entry.process().ifPresent(process -> {
                console.say("ending " + entry.name() + " (" + process.pid() + "), which an earlier start left running");
                process.destroy();
            });
        }
        var deadline = Instant.now().plus(Duration.ofSeconds(25));
        for (var entry : entries) {
            entry.process().ifPresent(process -> {
                while (process.isAlive() && Instant.now().isBefore(deadline)) {
                    sleep();
                }
                process.destroyForcibly();
            });
            run.delete(entry.name());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
