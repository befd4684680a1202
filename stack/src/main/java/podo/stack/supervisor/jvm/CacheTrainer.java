package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.ProcessId;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.RunFolder;

/**
 * Records the AOT caches that are missing, one service after another, each in a training process of its own that is not part of the
 * stack. {@link #stop} ends it at once; what was not recorded then is recorded after a later start.
 */
public final class CacheTrainer {
    /** Writing a cache takes about 20 s of processor time, at the lowest priority. */
    private static final Duration LONGEST_END = Duration.ofMinutes(5);

    /** Waiting processes per core from which no further training begins. */
    private static final int HIGH_LOAD = 4;

    /** What the first page needs comes first. */
    private static final List<String> FIRST = List.of("web-frontend", "gateway-mvc", "event", "config", "registry");

    private final StackFolders folders;
    private final StackSettings settings;
    private final ProcessEnvironments environments;
    private final RunFolder run;
    private final Console console;
    private volatile boolean stopping;
    private volatile @Nullable ManagedProcess current;

    public CacheTrainer(
            StackFolders folders,
            StackSettings settings,
            ProcessEnvironments environments,
            RunFolder run,
            Console console) {
        this.folders = folders;
        this.settings = settings;
        this.environments = environments;
        this.run = run;
        this.console = console;
    }

    /** Records what is missing while the machine is not busy; does nothing unless {@code PODO_AOT=auto}. */
    public void trainInIdleTime(List<ServiceModule> services) {
        if (JvmOptions.of(settings).aot().equals("auto")) {
            trainMissing(services, true);
        }
    }

    /** Records what is missing and returns when it is done or {@link #stop} was called. */
    public void trainMissing(List<ServiceModule> services, boolean inIdleTime) {
        if (!canRecord()) {
            return;
        }
        try {
            var missing = new ArrayList<ServiceModule>();
            for (var service : inOrder(services)) {
                if (!program(service, 0, false).cache().exists()) {
                    missing.add(service);
                }
            }
            if (missing.isEmpty() || stopping) {
                return;
            }
            console.say("recording start-up caches for %d services, which makes the next start faster%s"
                    .formatted(missing.size(), inIdleTime ? "; only idle time is used" : ""));
            int recorded = 0;
            for (var service : missing) {
                if (inIdleTime) {
                    awaitIdleTime();
                }
                if (stopping) {
                    return;
                }
                recorded += train(service, inIdleTime) ? 1 : 0;
            }
            console.say("start-up caches recorded: %d of %d".formatted(recorded, missing.size()));
        } catch (IOException e) {
            console.say("the start-up caches could not be recorded: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says why not, where start-up caches can't be recorded. */
    public boolean canRecord() {
        boolean can = JvmOptions.of(settings).usesCaches();
        if (!can) {
            console.say("no start-up caches are recorded: that takes a JDK 25 or newer, and PODO_AOT other than off");
        }
        return can;
    }

    /** Kills the training process, if there is one, and begins no other. */
    public void stop() {
        stopping = true;
        var process = current;
        if (process != null) {
            kill(process);
        }
    }

    private boolean train(ServiceModule service, boolean inIdleTime) throws IOException, InterruptedException {
        var port = Ports.free();
        var program = program(service, port, inIdleTime);
        var process = new ManagedProcess(
                program,
                folders.log(program.name()),
                handle -> run.write(
                        new RunFolder.Entry(program.name(), ProcessId.of(handle), port, RunFolder.TRAINING, 0)));
        current = process;
        try {
            program.cache().discardRecording();
            process.start();
            program.exercise();
            // the JVM writes the cache when it is asked to end
            process.handle().destroy();
            return hasEnded(process) && !stopping && program.cache().adopt();
        } catch (RuntimeException e) {
            if (!stopping) {
                console.say("no start-up cache for %s: %s"
                        .formatted(
                                service.name(),
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("?")));
            }
            return false;
        } finally {
            current = null;
            kill(process);
            program.cache().discardRecording();
            run.delete(program.name());
        }
    }

    private boolean hasEnded(ManagedProcess process) throws InterruptedException {
        var deadline = Instant.now().plus(LONGEST_END);
        while (process.alive() && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        return !process.alive();
    }

    /** The JVM writes the cache in a child process, which is killed too. */
    private static void kill(ManagedProcess process) {
        if (process.alive()) {
            var children = process.handle().descendants().toList();
            process.kill();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void awaitIdleTime() throws InterruptedException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        while (!stopping && system.getSystemLoadAverage() > HIGH_LOAD * system.getAvailableProcessors()) {
            Thread.sleep(1_000);
        }
    }

    private TrainingProgram program(ServiceModule service, int port, boolean inIdleTime) throws IOException {
        var scratch = Files.createDirectories(folders.run().resolve("training"));
        return new TrainingProgram(
                new ServiceProgram(
                        service.name(), service, port, folders, environment(service, port, scratch), settings, true),
                inIdleTime);
    }

    private Map<String, String> environment(ServiceModule service, int port, Path scratch) {
        return TrainingProgram.environment(service, environments.of(service, port), port, scratch);
    }

    /** The services, those first that the first page needs. */
    public static List<ServiceModule> inOrder(List<ServiceModule> services) {
        return services.stream()
                .sorted(Comparator.comparingInt(
                        service -> FIRST.contains(service.name()) ? FIRST.indexOf(service.name()) : FIRST.size()))
                .toList();
    }
}
