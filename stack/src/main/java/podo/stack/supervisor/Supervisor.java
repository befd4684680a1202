package podo.stack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import podo.stack.supervisor.jvm.CompilerPriority;
import podo.stack.supervisor.jvm.ExtractedJar;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.RunFolder;
import podo.stack.supervisor.watch.StartProgress;
import podo.stack.tls.ProcessTls;

/** Starts all processes in order and stops them in reverse order. */
final class Supervisor {

    /** From ready until start-up caches are recorded. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final StackFolders folders;
    private final StackSettings settings;
    private final Console console = new Console();
    private final StartProgress progress;
    private final RunFolder run;
    private final ProcessTls tls;
    private final boolean recording;
    private final LaunchedProcesses processes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable beforeStop = () -> {};

    /** @param recording whether each service writes its AOT cache when it ends */
    Supervisor(StackFolders folders, StackSettings settings, boolean recording) throws IOException {
        this.recording = recording;
        this.folders = folders;
        this.settings = settings;
        this.run = new RunFolder(folders);
        this.progress = new StartProgress(console, folders.startTimes());
        this.processes = new LaunchedProcesses(folders, run, progress);
        this.tls = ProcessTls.of(
                folders.home(),
                settings.environment(),
                ServiceModule.ALL.stream().map(ServiceModule::name).toList());
    }

    /** Starts the stack; returns after it was stopped. */
    void up() throws IOException, InterruptedException {
        var stack = prepare();
        progress.startReporting();
        whileStarting(() -> {
            var check = start(stack);
            check.run(tls);
            var last = settings.oneProcess()
                    ? CompletableFuture.<Void>completedFuture(null)
                    : serviceStart(stack).startLast(console);
            takeCommands(stack);
            // the mails of the first visitors go before: compilers and rehearsals would take the processors
            Thread.ofPlatform().daemon().name("warm-up").start(() -> {
                last.join();
                restoreCompilers();
                check.warmUp(tls);
            });
            Thread.ofPlatform().daemon().name("after the start").start(() -> afterStart(stack));
        });
        stopped.await();
    }

    /**
     * Starts the stack for nobody, has purchases rehearsed on it, and ends the services one after another, each of which then writes
     * its AOT cache: what a purchase runs is loaded and profiled in it.
     */
    void recordCaches() throws IOException, InterruptedException {
        var stack = prepare();
        if (!stack.trainer().canRecord()) {
            return;
        }
        progress.startReporting();
        whileStarting(() -> {
            var check = start(stack);
            check.run(tls);
            if (!settings.oneProcess()) {
                serviceStart(stack).startLast(console).join();
            }
            restoreCompilers();
            check.warmUp(tls);
            new CacheRecording(processes, console).write();
        });
        stop();
    }

    private PreparedStack prepare() throws IOException {
        run.clearOutcome();
        var stack = PreparedStack.of(folders, settings, tls, run, console);
        beforeStop = stack.trainer()::stop;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        return stack;
    }

    /** All that a page and a purchase need. */
    private ReadinessCheck start(PreparedStack stack) {
        var check = new ReadinessCheck(
                folders, settings, stack.environments(), stack.rehearsalPassword(), progress, run, processes::stopping);
        var servers = new ServerStart(stack, processes);
        if (settings.oneProcess()) {
            new OneProcessStart(stack, processes, programs(stack), folders, settings, recording)
                    .start(servers, () -> check.awaitFirstPage(tls));
        } else {
            var services = serviceStart(stack);
            services.startServers(servers);
            services.startServices(() -> check.awaitFirstPage(tls));
        }
        return check;
    }

    private ServiceStart serviceStart(PreparedStack stack) {
        return new ServiceStart(stack, processes, programs(stack), settings::instances);
    }

    private ServicePrograms programs(PreparedStack stack) {
        return new ServicePrograms(stack.environments(), folders, settings, run, recording);
    }

    private void takeCommands(PreparedStack stack) {
        if (settings.oneProcess()) {
            return;
        }
        var roll = new Roll(processes, programs(stack), run);
        try {
            new ControlSocket(folders.run())
                    .serve((services, say) -> roll.roll(List.of(services.split(" ")), say.andThen(console::say)));
        } catch (IOException e) {
            console.say("./podo roll can't reach this stack: " + e.getMessage());
        }
    }

    private void restoreCompilers() {
        try {
            for (var entry : run.all()) {
                CompilerPriority.restore(entry.id().pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What can wait until the first visitors are served. */
    private void afterStart(PreparedStack stack) {
        try {
            if (stopped.await(SETTLED.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            ExtractedJar.deleteUnusedLibraries(folders.builds());
            if (!settings.oneProcess()) {
                stack.trainer().trainInIdleTime(stack.services());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void whileStarting(Runnable start) {
        try {
            start.run();
        } catch (RuntimeException e) {
            if (!processes.stopping()) {
                var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                console.plain("\n" + cause.getMessage() + "\n");
                run.markNotReady(
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("?"));
                stop();
                throw new CannotStart("The stack was stopped, because a part of it did not start (see above).");
            }
        }
    }

    synchronized void stop() {
        if (processes.markStopping()) {
            return;
        }
        progress.end(false);
        run.clearOutcome();
        console.say("stopping");
        beforeStop.run();
        StopWaves.stop(processes.all(), console::seconds);
        run.delete(RunFolder.SUPERVISOR);
        // in one process, services have an environment each and no restarter that removes it
        ServiceModule.ALL.forEach(service -> run.delete(service.name()));
        run.delete("replay");
        console.say("stopped");
        stopped.countDown();
    }
}
