package podo.stack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.supervisor.jvm.AotCache;
import podo.stack.supervisor.jvm.CacheTrainer;
import podo.stack.supervisor.jvm.CompilerPriority;
import podo.stack.supervisor.jvm.ExtractedJar;
import podo.stack.supervisor.jvm.OneProcessProgram;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.settings.BackingServers;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.FixedPorts;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.ServiceModule.Need;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSecrets;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.ProcessRestarter;
import podo.stack.supervisor.watch.RunFolder;
import podo.stack.supervisor.watch.StartProgress;
import podo.stack.tls.ProcessTls;

/** Starts all processes in order and stops them in reverse order. */
final class Supervisor {
    /** What the other services read at their start. */
    private static final List<String> INFRASTRUCTURE = List.of("config", "registry");

    private static final List<String> FIRST_PAGE = List.of("web-frontend", "gateway-mvc", "event");

    /** What no page and no purchase waits for: it starts while the demo is prepared, and its failure stops nothing. */
    private static final List<String> LAST = List.of("notification");

    /**
     * Seconds after the beginning of a stop at which what is left of each wave is killed, so that it never lasts longer than 15 s. Killing
     * is safe everywhere: what was answered has been committed and flushed.
     */
    private static final double[] GRACE = {5.5, 10, 11, 14.5};

    /** In which a service that ends writes its AOT cache; some 20 s of processor time. */
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(5);

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final StackFolders folders;
    private final StackSettings settings;
    private final Console console = new Console();
    private final StartProgress progress;
    private final RunFolder run;
    private final ProcessTls tls;
    private final boolean recording;
    private final List<ProcessRestarter> restarters = Collections.synchronizedList(new ArrayList<>());
    /** From ready until start-up caches are recorded. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** Limits concurrent starts: far more starts than cores slow each other down, and the first page would wait for what it does not need. */
    private final Semaphore startPermits = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile Runnable beforeStop = () -> {};

    /** @param recording whether each service writes its AOT cache when it ends */
    Supervisor(StackFolders folders, StackSettings settings, boolean recording) throws IOException {
        this.recording = recording;
        this.folders = folders;
        this.settings = settings;
        this.run = new RunFolder(folders);
        this.progress = new StartProgress(console, folders.startTimes());
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
            if (!settings.oneProcess()) {
                startLast(stack);
            }
            check.run(tls);
            restoreCompilers();
            Thread.ofPlatform().daemon().name("warm-up").start(() -> check.warmUp(tls));
            Thread.ofPlatform().daemon().name("after the start").start(() -> afterStart(stack));
        });
        stopped.await();
    }

    /** All that a page and a purchase need. */
    private ReadinessCheck start(PreparedStack stack) {
        var check = new ReadinessCheck(
                folders, settings, stack.environments(), stack.rehearsalPassword(), progress, run, () -> stopping);
        if (settings.oneProcess()) {
            startOneProcess(stack, () -> check.awaitFirstPage(tls));
        } else {
            startServers(stack);
            startServices(stack, () -> check.awaitFirstPage(tls));
        }
        return check;
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
            restoreCompilers();
            check.warmUp(tls);
            writeCaches();
        });
        stop();
    }

    private void writeCaches() {
        var recorded = new ArrayList<String>();
        for (var wave = 0; wave <= 2; wave++) {
            for (var restarter : List.copyOf(restarters)) {
                var cache = cacheOf(restarter.program());
                if (!stopping && waveOf(restarter) == wave && cache.isPresent()) {
                    restarter.stop(LONGEST_RECORDING);
                    if (cache.get().adopt()) {
                        recorded.add(restarter.name());
                        console.say("start-up cache recorded: " + restarter.name());
                    }
                }
            }
        }
        console.say("start-up caches recorded: " + recorded.size());
    }

    private static Optional<AotCache> cacheOf(Program program) {
        return switch (program) {
            case ServiceProgram service -> Optional.of(service.cache());
            case OneProcessProgram all -> Optional.of(all.cache());
            default -> Optional.empty();
        };
    }

    private record PreparedStack(
            BackingServers servers,
            ProcessEnvironments environments,
            List<ServiceModule> services,
            CacheTrainer trainer,
            String rehearsalPassword) {

        List<ServiceModule> withDatabase() {
            return services.stream()
                    .filter(service -> service.needs(Need.DATABASE))
                    .toList();
        }
    }

    /** Checks the settings, and creates all secrets before anything is started. */
    private PreparedStack prepare() throws IOException {
        run.clearOutcome();
        settings.check();
        var secrets = StackSecrets.of(folders, settings);
        var servers = BackingServers.of(folders, settings, secrets);
        var environments = new ProcessEnvironments(settings, secrets, servers, tls);
        FixedPorts.requireFree(settings);
        var services = builtServices();
        var rehearsalPassword = secrets.password("PODO_REHEARSAL_PASSWORD");
        var trainer = new CacheTrainer(folders, settings, environments, run, console);
        var stack = new PreparedStack(servers, environments, services, trainer, rehearsalPassword);
        stack.withDatabase().forEach(environments::databasePassword);
        services.forEach(service -> environments.of(service, 0));
        run.writeEnvironment("replay", environments.replay());
        secrets.save();
        beforeStop = trainer::stop;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        return stack;
    }

    private void whileStarting(Runnable start) {
        try {
            start.run();
        } catch (RuntimeException e) {
            if (!stopping) {
                var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                console.plain("\n" + cause.getMessage() + "\n");
                run.markNotReady(
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("?"));
                stop();
                throw new CannotStart("The stack was stopped, because a part of it did not start (see above).");
            }
        }
    }

    /** Database, Redis and Kafka with a schema and an account for each service, the config server and the registry. */
    private void startServers(PreparedStack stack) {
        // these begin first: the permits are given in the order of asking, and everything waits for the servers
        var serversStarted = beginServers(stack);
        var infrastructureStarted = inParallel(stack.services().stream()
                .filter(service -> INFRASTRUCTURE.contains(service.name()))
                .<Callable<Void>>map(service -> () -> start(service, 1, stack.environments(), () -> {}))
                .toList());
        serversStarted.join();
        openSchemas(stack);
        infrastructureStarted.join();
    }

    private CompletableFuture<Void> beginServers(PreparedStack stack) {
        var servers = stack.servers();
        return inParallel(servers.programs().stream()
                .<Callable<Void>>map(program -> () -> start(program, portOf(program, servers)))
                .toList());
    }

    /** A schema and an account for each service that has data. */
    private static void openSchemas(PreparedStack stack) {
        for (var service : stack.withDatabase()) {
            stack.servers().database().open(service.name(), stack.environments().databasePassword(service));
        }
    }

    /** What the first page needs begins first, and the page is asked for as soon as that is up, while the rest starts. */
    private void startServices(PreparedStack stack, Runnable firstPage) {
        var forFirstPage = new ArrayList<Callable<Void>>();
        var others = new ArrayList<Callable<Void>>();
        var begun = new CountDownLatch((int) stack.services().stream()
                .filter(service -> FIRST_PAGE.contains(service.name()) && settings.instances(service.name()) > 0)
                .count());
        for (var service : CacheTrainer.inOrder(stack.services())) {
            for (int instance = 1;
                    isPartOfTheShop(service) && instance <= settings.instances(service.name());
                    instance++) {
                int number = instance;
                if (number == 1 && FIRST_PAGE.contains(service.name())) {
                    forFirstPage.add(() -> start(service, number, stack.environments(), begun::countDown));
                } else {
                    others.add(() -> {
                        begun.await();
                        return start(service, number, stack.environments(), () -> {});
                    });
                }
            }
        }
        var firstPageStarts = inParallel(forFirstPage);
        var othersStart = inParallel(others);
        completeTogether(firstPageStarts.thenRunAsync(firstPage, THREADS), othersStart)
                .join();
    }

    /** The process and the servers begin together; what needs a server waits for a file. */
    private void startOneProcess(PreparedStack stack, Runnable firstPage) {
        try {
            var go = folders.run().resolve("servers-up");
            Files.deleteIfExists(go);
            var first = new ArrayList<ServiceProgram>();
            var others = new ArrayList<ServiceProgram>();
            for (var service : CacheTrainer.inOrder(stack.services())) {
                var port =
                        service.fixedPort().isPresent() ? stack.environments().portOf(service.name()) : Ports.free();
                var environment = stack.environments().of(service, port);
                run.writeEnvironment(service.name(), environment);
                (INFRASTRUCTURE.contains(service.name()) ? first : others)
                        .add(new ServiceProgram(service.name(), service, port, folders, environment, settings, false));
            }
            var all = new OneProcessProgram(first, others, go, folders, settings, recording);
            var servers = inParallel(List.of(() -> {
                beginServers(stack).join();
                openSchemas(stack);
                Files.createFile(go);
                return null;
            }));
            completeTogether(
                            servers,
                            run(() -> {
                                launch(all, 0);
                                return null;
                            }),
                            run(() -> {
                                firstPage.run();
                                return null;
                            }))
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPartOfTheShop(ServiceModule service) {
        return !INFRASTRUCTURE.contains(service.name()) && !LAST.contains(service.name());
    }

    private void startLast(PreparedStack stack) {
        for (var service : stack.services()) {
            for (int instance = 1;
                    LAST.contains(service.name()) && instance <= settings.instances(service.name());
                    instance++) {
                int number = instance;
                run(() -> start(service, number, stack.environments(), () -> {}))
                        .exceptionally(failure -> {
                            console.say(service.name() + " did not start: "
                                    + (failure.getCause() == null ? failure : failure.getCause()).getMessage());
                            return null;
                        });
            }
        }
    }

    /** @param begun called with the permit to begin */
    private Void start(ServiceModule service, int instance, ProcessEnvironments environments, Runnable begun)
            throws Exception {
        startPermits.acquire();
        begun.run();
        try {
            var fixed = service.fixedPort().isPresent() && instance == 1;
            var port = fixed ? environments.portOf(service.name()) : Ports.free();
            var name = instance == 1 ? service.name() : service.name() + "-" + instance;
            var environment = environments.of(service, port);
            run.writeEnvironment(name, environment);
            launch(new ServiceProgram(name, service, port, folders, environment, settings, recording), port);
            return null;
        } finally {
            startPermits.release();
        }
    }

    private Void start(Program program, int port) throws InterruptedException {
        startPermits.acquire();
        try {
            launch(program, port);
            return null;
        } finally {
            startPermits.release();
        }
    }

    private void launch(Program program, int port) {
        if (!stopping) {
            var restarter = new ProcessRestarter(program, port, folders, run, console);
            restarters.add(restarter);
            progress.begin(program.name());
            restarter.start();
            progress.done(program.name());
        }
    }

    /** Stops in four waves: front ends, services, config server and registry, then the servers. */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        progress.end(false);
        run.clearOutcome();
        console.say("stopping");
        beforeStop.run();
        var all = List.copyOf(restarters);
        var began = console.seconds();
        for (var wave = 0; wave <= 3; wave++) {
            int now = wave;
            var grace = Duration.ofMillis(Math.round(1000 * (GRACE[wave] - (console.seconds() - began))));
            inParallel(all.stream()
                            .filter(restarter -> waveOf(restarter) == now)
                            .<Callable<Void>>map(restarter -> () -> stop(restarter, grace))
                            .toList())
                    .join();
        }
        run.delete(RunFolder.SUPERVISOR);
        // in one process, services have an environment each and no restarter that removes it
        ServiceModule.ALL.forEach(service -> run.delete(service.name()));
        run.delete("replay");
        console.say("stopped");
        stopped.countDown();
    }

    private static Void stop(ProcessRestarter restarter, Duration grace) {
        restarter.stop(grace.isNegative() ? Duration.ZERO : grace);
        return null;
    }

    private static int waveOf(ProcessRestarter restarter) {
        if (restarter.program() instanceof OneProcessProgram) {
            return 1;
        }
        if (!(restarter.program() instanceof ServiceProgram program)) {
            return 3;
        }
        return switch (program.service().name()) {
            case "gateway-mvc", "web-frontend" -> 0;
            case "config", "registry" -> 2;
            default -> 1;
        };
    }

    private List<ServiceModule> builtServices() {
        var services = ServiceModule.ALL.stream()
                .filter(service -> ExtractedJar.isStartable(service.jar(folders.project())))
                .toList();
        ServiceModule.ALL.stream()
                .filter(service -> !services.contains(service))
                .forEach(service -> console.say(service.name() + " is skipped, because it has not been built"));
        return services;
    }

    private static int portOf(Program program, BackingServers servers) {
        if (program == servers.database()) {
            return servers.database().port();
        }
        return program == servers.redis()
                ? servers.redis().port()
                : servers.kafka().port();
    }

    private static CompletableFuture<Void> inParallel(List<Callable<Void>> tasks) {
        return completeTogether(tasks.stream().map(Supervisor::run).toArray(CompletableFuture<?>[]::new));
    }

    /** Completes when all are done, or exceptionally as soon as one fails. */
    private static CompletableFuture<Void> completeTogether(CompletableFuture<?>... running) {
        var all = CompletableFuture.allOf(running);
        for (var one : running) {
            one.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        return all;
    }

    private static CompletableFuture<Void> run(Callable<Void> task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e.getMessage(), e);
                    }
                },
                THREADS);
    }
}
