package podo.stack.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Processes of this stack whose supervisor died. They are known by id and time of birth, so nobody else's is touched. */
final class LeftoverProcesses {
    private static final List<String> LAST = List.of("kafka", "redis", "mariadb", "mysql");

    private final RunFolder run;
    private final Console console;

    LeftoverProcesses(RunFolder run, Console console) {
        this.run = run;
        this.console = console;
    }

    void end() {
        var entries = run.all().stream()
                .filter(entry -> !entry.name().equals(RunFolder.SUPERVISOR))
                .toList();
        end(entries.stream().filter(entry -> !LAST.contains(entry.name())).toList());
        end(entries.stream().filter(entry -> LAST.contains(entry.name())).toList());
        run.forget(RunFolder.SUPERVISOR);
    }

    private void end(List<RunFolder.Entry> entries) {
        for (var entry : entries) {
            entry.process().ifPresent(process -> {
                console.say("ending " + entry.name() + " (" + process.pid() + "), left over from an earlier start");
                process.destroy();
            });
        }
        var giveUp = Instant.now().plus(Duration.ofSeconds(25));
        for (var entry : entries) {
            entry.process().ifPresent(process -> {
                while (process.isAlive() && Instant.now().isBefore(giveUp)) {
                    sleep();
                }
                process.destroyForcibly();
            });
            run.forget(entry.name());
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
