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
import podo.stack.supervisor.ServiceModule.Need;

/** Starts the whole stack in order, keeps it alive, and stops it in the opposite order. */
final class Supervisor {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final StackFolders home;
    private final StackSettings surroundings;
    private final Console console = new Console();
    private final RunFolder run;
    private final List<ProcessRestarter> keepers = Collections.synchronizedList(new ArrayList<>());
    /** More starts at once than there are cores only make each of them slower. */
    private final Semaphore starting = new Semaphore(Runtime.getRuntime().availableProcessors() + 2);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean opened;

    Supervisor(StackFolders home, StackSettings surroundings) {
        this.home = home;
        this.surroundings = surroundings;
        this.run = new RunFolder(home);
    }

    /** Returns when the stack has been stopped. */
    void up() throws IOException, InterruptedException {
        run.outcome("", "");
        surroundings.check();
        var secrets = Secrets.of(home, surroundings);
        var backbone = BackingServers.of(home, surroundings, secrets);
        var environments = new ProcessEnvironments(surroundings, secrets, backbone);
        FixedPorts.requireFree(surroundings);
        var services = startable();
        var databases = services.stream()
                .filter(service -> service.needs(Need.DATABASE))
                .toList();
        databases.forEach(environments::databasePassword);
        services.forEach(service -> environments.of(service, 0));
        var rehearsal = secrets.password("PODO_REHEARSAL_PASSWORD");
        secrets.keep();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            startAll(backbone, environments, services, databases);
            opened = true;
            new ReadinessCheck(home, surroundings, environments, rehearsal, console, run, () -> stopping).announce();
        } catch (RuntimeException e) {
            if (!stopping) {
                var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                console.plain("\n" + cause.getMessage() + "\n");
                run.outcome(
                        "not-ready",
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("?"));
                stop();
                throw new CannotStart("The stack was stopped again, because a part of it did not start (see above).");
            }
        }
        stopped.await();
    }

    private void startAll(
            BackingServers backbone,
            ProcessEnvironments environments,
            List<ServiceModule> services,
            List<ServiceModule> databases) {
        var servers = together(backbone.programs().stream()
                .<Callable<Void>>map(program -> () -> start(program, portOf(program, backbone)))
                .toList());
        var first = together(services.stream()
                .filter(service -> !service.needs(Need.CONFIG))
                .<Callable<Void>>map(service -> () -> start(service, 1, environments))
                .toList());
        servers.join();
        for (var service : databases) {
            backbone.database().open(service.name(), environments.databasePassword(service));
        }
        first.join();
        var rest = new ArrayList<Callable<Void>>();
        for (var service : services) {
            for (int instance = 1;
                    service.needs(Need.CONFIG) && instance <= surroundings.instances(service.name());
                    instance++) {
                int number = instance;
                rest.add(() -> start(service, number, environments));
            }
        }
        together(rest).join();
    }

    private Void start(ServiceModule service, int instance, ProcessEnvironments environments) throws Exception {
        var fixed = service.fixedPort().isPresent() && instance == 1;
        var port = fixed ? environments.portOf(service.name()) : Ports.free();
        var name = instance == 1 ? service.name() : service.name() + "-" + instance;
        var environment = environments.of(service, port);
        run.environment(name, environment);
        return start(new ServiceProgram(name, service, port, home, environment, surroundings), port);
    }

    private Void start(Program program, int port) throws InterruptedException {
        starting.acquire();
        try {
            if (!stopping) {
                var keeper = new ProcessRestarter(program, port, home, run, console);
                keepers.add(keeper);
                keeper.start();
            }
            return null;
        } finally {
            starting.release();
        }
    }

    /** Stops in waves: first who takes requests, then who serves them, last what they all stand on. */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        run.outcome("", "");
        console.say("stopping");
        var all = List.copyOf(keepers);
        if (opened && all.stream().anyMatch(Supervisor::recording)) {
            console.say("writing the start-up caches, this once: the next start is quicker for it");
        }
        for (var wave = 0; wave <= 3; wave++) {
            int now = wave;
            together(all.stream()
                            .filter(keeper -> wave(keeper) == now)
                            .<Callable<Void>>map(keeper -> () -> stop(keeper))
                            .toList())
                    .join();
        }
        run.forget(RunFolder.SUPERVISOR);
        console.say("stopped");
        stopped.countDown();
    }

    private Void stop(ProcessRestarter keeper) throws InterruptedException {
        if (!recording(keeper)) {
            keeper.stop(Duration.ofSeconds(25));
            return null;
        }
        if (!opened) {
            // what did not start well is not worth remembering, and not worth waiting for
            keeper.stop(Duration.ZERO);
            return null;
        }
        starting.acquire();
        try {
            keeper.stop(Duration.ofMinutes(4));
            ((ServiceProgram) keeper.program()).keepRecording();
            return null;
        } finally {
            starting.release();
        }
    }

    private static boolean recording(ProcessRestarter keeper) {
        return keeper.program() instanceof ServiceProgram program && program.recording();
    }

    private static int wave(ProcessRestarter keeper) {
        if (!(keeper.program() instanceof ServiceProgram program)) {
            return 3;
        }
        return switch (program.service().name()) {
            case "gateway-mvc", "web-frontend" -> 0;
            case "config", "registry" -> 2;
            default -> 1;
        };
    }

    private List<ServiceModule> startable() {
        var services = ServiceModule.ALL.stream()
                .filter(service -> ExtractedJar.startable(service.jar(home.project())))
                .toList();
        ServiceModule.ALL.stream()
                .filter(service -> !services.contains(service))
                .forEach(service -> console.say(service.name() + " is left out: it has not been built"));
        return services;
    }

    private static int portOf(Program program, BackingServers backbone) {
        if (program == backbone.database()) {
            return backbone.database().port();
        }
        return program == backbone.redis()
                ? backbone.redis().port()
                : Integer.parseInt(backbone.kafka().bootstrap().split(":")[1]);
    }

    /** Completes when all are done, or as soon as one has failed. */
    private static CompletableFuture<Void> together(List<Callable<Void>> tasks) {
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
