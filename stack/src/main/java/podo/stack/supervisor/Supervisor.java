package podo.stack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.supervisor.jvm.ExtractedJar;
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
import podo.stack.tls.ProcessTls;

/** Starts all processes in order and stops them in reverse order. */
final class Supervisor {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final StackFolders folders;
    private final StackSettings settings;
    private final Console console = new Console();
    private final RunFolder run;
    private final ProcessTls tls;
    private final List<ProcessRestarter> restarters = Collections.synchronizedList(new ArrayList<>());
    /** Limits concurrent starts: far more starts than cores slow each other down. */
    private final Semaphore startPermits = new Semaphore(Runtime.getRuntime().availableProcessors() + 2);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean started;

    Supervisor(StackFolders folders, StackSettings settings) throws IOException {
        this.folders = folders;
        this.settings = settings;
        this.run = new RunFolder(folders);
        this.tls = ProcessTls.of(
                folders.home(),
                settings.environment(),
                ServiceModule.ALL.stream().map(ServiceModule::name).toList());
    }

    /** Starts the stack; returns after it was stopped. */
    void up() throws IOException, InterruptedException {
        run.clearOutcome();
        settings.check();
        var secrets = StackSecrets.of(folders, settings);
        var servers = BackingServers.of(folders, settings, secrets);
        var environments = new ProcessEnvironments(settings, secrets, servers);
        FixedPorts.requireFree(settings);
        var services = builtServices();
        var withDatabase = services.stream()
                .filter(service -> service.needs(Need.DATABASE))
                .toList();
        withDatabase.forEach(environments::databasePassword);
        services.forEach(service -> environments.of(service, 0));
        var rehearsalPassword = secrets.password("PODO_REHEARSAL_PASSWORD");
        secrets.save();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            startAll(servers, environments, services, withDatabase);
            started = true;
            new ReadinessCheck(folders, settings, environments, rehearsalPassword, console, run, () -> stopping)
                    .run(tls);
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
        stopped.await();
    }

    private void startAll(
            BackingServers servers,
            ProcessEnvironments environments,
            List<ServiceModule> services,
            List<ServiceModule> withDatabase) {
        var serversStarted = inParallel(servers.programs().stream()
                .<Callable<Void>>map(program -> () -> start(program, portOf(program, servers)))
                .toList());
        var infrastructureStarted = inParallel(services.stream()
                .filter(service -> !service.needs(Need.CONFIG))
                .<Callable<Void>>map(service -> () -> start(service, 1, environments))
                .toList());
        serversStarted.join();
        for (var service : withDatabase) {
            servers.database().open(service.name(), environments.databasePassword(service));
        }
        infrastructureStarted.join();
        var others = new ArrayList<Callable<Void>>();
        for (var service : services) {
            for (int instance = 1;
                    service.needs(Need.CONFIG) && instance <= settings.instances(service.name());
                    instance++) {
                int number = instance;
                others.add(() -> start(service, number, environments));
            }
        }
        inParallel(others).join();
    }

    private Void start(ServiceModule service, int instance, ProcessEnvironments environments) throws Exception {
        var fixed = service.fixedPort().isPresent() && instance == 1;
        var port = fixed ? environments.portOf(service.name()) : Ports.free();
        var name = instance == 1 ? service.name() : service.name() + "-" + instance;
        var environment = environments.of(service, port);
        environment.putAll(tls.environment(service.name()));
        run.writeEnvironment(name, environment);
        return start(new ServiceProgram(name, service, port, folders, environment, settings, tls), port);
    }

    private Void start(Program program, int port) throws InterruptedException {
        startPermits.acquire();
        try {
            if (!stopping) {
                var restarter = new ProcessRestarter(program, port, folders, run, console);
                restarters.add(restarter);
                restarter.start();
            }
            return null;
        } finally {
            startPermits.release();
        }
    }

    /** Stops in four waves: front ends, services, config server and registry, then the servers. */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        run.clearOutcome();
        console.say("stopping");
        var all = List.copyOf(restarters);
        if (started && all.stream().anyMatch(Supervisor::isRecording)) {
            console.say("recording the start-up caches, which takes longer this once and makes the next start faster");
        }
        for (var wave = 0; wave <= 3; wave++) {
            int now = wave;
            inParallel(all.stream()
                            .filter(restarter -> waveOf(restarter) == now)
                            .<Callable<Void>>map(restarter -> () -> stop(restarter))
                            .toList())
                    .join();
        }
        run.delete(RunFolder.SUPERVISOR);
        console.say("stopped");
        stopped.countDown();
    }

    private Void stop(ProcessRestarter restarter) throws InterruptedException {
        if (!isRecording(restarter)) {
            restarter.stop(Duration.ofSeconds(25));
            return null;
        }
        if (!started) {
            // a cache recorded by a failed start would be useless, so the process is killed at once
            restarter.stop(Duration.ZERO);
            return null;
        }
        startPermits.acquire();
        try {
            restarter.stop(Duration.ofMinutes(4));
            ((ServiceProgram) restarter.program()).adoptRecording();
            return null;
        } finally {
            startPermits.release();
        }
    }

    private static boolean isRecording(ProcessRestarter restarter) {
        return restarter.program() instanceof ServiceProgram program && program.isRecording();
    }

    private static int waveOf(ProcessRestarter restarter) {
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

    /** Completes when all tasks are done, or exceptionally as soon as one fails. */
    private static CompletableFuture<Void> inParallel(List<Callable<Void>> tasks) {
        var running = tasks.stream().map(Supervisor::run).toArray(CompletableFuture<?>[]::new);
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
