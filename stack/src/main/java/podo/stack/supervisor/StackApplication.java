package podo.stack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podo.stack.process.ProcessId;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.RestoredFrom;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.LeftoverProcesses;
import podo.stack.supervisor.watch.RunFolder;

/** Main class behind {@code ./podo up}, {@code build --caches}, {@code down}, {@code status} and {@code roll}. */
public final class StackApplication {
    private final StackFolders folders;
    private final StackSettings settings;
    private final RunFolder run;

    private StackApplication(StackSettings settings) throws IOException {
        this.folders = StackFolders.of(settings);
        this.settings = RestoredFrom.addTo(settings, folders);
        this.run = new RunFolder(folders);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            var stack = new StackApplication(new StackSettings(System.getenv()));
            var words = List.of(arguments);
            var command = words.isEmpty() ? "" : words.getFirst();
            switch (words.size() == 1 || command.equals("roll") ? command : "") {
                case "up" -> stack.up();
                case "record" -> stack.recordCaches();
                case "down" -> stack.down();
                case "status" -> stack.status();
                case "roll" -> stack.roll(words.subList(1, words.size()));
                default -> throw new CannotStart("Usage: up, record, down, status or roll");
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void up() throws IOException, InterruptedException {
        supervise(false, Supervisor::up);
    }

    /** Records the AOT caches of all services, on a stack that is started for that alone. */
    private void recordCaches() throws IOException, InterruptedException {
        supervise(true, Supervisor::recordCaches);
    }

    private void supervise(boolean recording, Task task) throws IOException, InterruptedException {
        if (supervisor().isPresent()) {
            throw new CannotStart(
                    "This stack is up already (" + folders.home() + "). ./podo status shows it, ./podo down stops it.");
        }
        new LeftoverProcesses(run, new Console()).endAll();
        run.write(new RunFolder.Entry(RunFolder.SUPERVISOR, ProcessId.of(ProcessHandle.current()), 0, "up", 0));
        try {
            task.run(new Supervisor(folders, settings, recording));
        } finally {
            run.delete(RunFolder.SUPERVISOR);
        }
    }

    private interface Task {
        void run(Supervisor supervisor) throws IOException, InterruptedException;
    }

    private void down() throws InterruptedException {
        var supervisor = supervisor();
        if (supervisor.isEmpty() && run.all().isEmpty()) {
            System.out.println("Podo is not running.");
            return;
        }
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            var deadline = Instant.now().plus(Duration.ofMinutes(5));
            while (supervisor.get().isAlive() && Instant.now().isBefore(deadline)) {
                Thread.sleep(100);
            }
            supervisor.get().destroyForcibly();
        }
        new LeftoverProcesses(run, new Console()).endAll();
        run.clearOutcome();
        System.out.println("Podo is down.");
    }

    /** Replaces the processes of these services, or of all. */
    private void roll(List<String> services) {
        for (var service : services) {
            if (!Roll.SERVICES.contains(service)) {
                throw new CannotStart("roll takes some of " + String.join(", ", Roll.SERVICES)
                        + ", or none for all of them; not: " + service);
            }
        }
        if (supervisor().isEmpty()) {
            throw new CannotStart("There is no stack to roll: ./podo up starts one.");
        }
        if (run.find(StackSettings.ALL_SERVICES).isPresent()) {
            throw new CannotStart(
                    "This stack is one process (--one), which has no successor: ./podo down, then ./podo up.");
        }
        var line = String.join(" ", services.isEmpty() ? Roll.SERVICES : services);
        System.exit(new ControlSocket(folders.run()).call(line, System.out::println) ? 0 : 1);
    }

    private void status() {
        var entries = run.all();
        if (entries.isEmpty()) {
            System.out.println("Podo is down.");
            System.exit(3);
        }
        System.out.printf("%-18s %-10s %8s %6s %9s %9s%n", "process", "state", "pid", "port", "resident", "restarts");
        long total = 0;
        var allUp = true;
        for (var entry : entries) {
            var alive = entry.process().isPresent();
            var resident = entry.id().resident() / (1024 * 1024);
            total += alive ? resident : 0;
            allUp &= alive && entry.state().matches("up|" + RunFolder.TRAINING);
            System.out.printf(
                    "%-18s %-10s %8d %6s %6d MB %9d%n",
                    entry.name(),
                    alive ? entry.state() : "gone",
                    entry.id().pid(),
                    entry.port() == 0 ? "" : entry.port(),
                    alive ? resident : 0,
                    entry.restarts());
        }
        System.out.printf("%-18s %35d MB%n", "together", total);
        System.exit(allUp ? 0 : 1);
    }

    private Optional<ProcessHandle> supervisor() {
        return run.find(RunFolder.SUPERVISOR).flatMap(RunFolder.Entry::process);
    }
}
