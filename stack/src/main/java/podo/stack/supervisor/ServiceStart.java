package podo.stack.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import podo.stack.supervisor.jvm.CacheTrainer;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.watch.Console;

/** Starts each service as a process of its own, in the order in which visitors need them. */
final class ServiceStart {

    private static final List<String> FIRST_PAGE = List.of("web-frontend", "gateway-mvc", "event");

    /** What no page and no purchase waits for: it starts while the demo is prepared, and its failure stops nothing. */
    private static final List<String> LAST = List.of("notification");

    private final PreparedStack stack;
    private final LaunchedProcesses processes;
    private final ServicePrograms programs;
    private final ToIntFunction<String> instances;

    /** @param instances of a service, by its name */
    ServiceStart(
            PreparedStack stack,
            LaunchedProcesses processes,
            ServicePrograms programs,
            ToIntFunction<String> instances) {
        this.stack = stack;
        this.processes = processes;
        this.programs = programs;
        this.instances = instances;
    }

    /** Database, Redis and Kafka with a schema and an account for each service, the config server and the registry. */
    void startServers(ServerStart servers) {
        // these begin first: the permits are given in the order of asking, and everything waits for the servers
        var serversStarted = servers.begin();
        var infrastructureStarted = ParallelTasks.inParallel(stack.infrastructure().stream()
                .<Callable<Void>>map(service -> () -> start(service, 1, () -> {}))
                .toList());
        serversStarted.join();
        servers.openSchemas();
        infrastructureStarted.join();
    }

    /** What the first page needs begins first, and the page is asked for as soon as that is up, while the rest starts. */
    void startServices(Runnable firstPage) {
        var forFirstPage = new ArrayList<Callable<Void>>();
        var others = new ArrayList<Callable<Void>>();
        var begun = new CountDownLatch((int) stack.services().stream()
                .filter(service -> FIRST_PAGE.contains(service.name()) && instances.applyAsInt(service.name()) > 0)
                .count());
        for (var service : CacheTrainer.inOrder(stack.services())) {
            for (int instance = 1;
                    isPartOfTheShop(service) && instance <= instances.applyAsInt(service.name());
                    instance++) {
                int number = instance;
                if (number == 1 && FIRST_PAGE.contains(service.name())) {
                    forFirstPage.add(() -> start(service, number, begun::countDown));
                } else {
                    others.add(() -> {
                        begun.await();
                        return start(service, number, () -> {});
                    });
                }
            }
        }
        var firstPageStarts = ParallelTasks.inParallel(forFirstPage);
        var othersStart = ParallelTasks.inParallel(others);
        CompletableFuture<Void> page = firstPageStarts.thenRunAsync(firstPage, ParallelTasks.THREADS);
        ParallelTasks.completeTogether(page, othersStart).join();
    }

    /** Completes when what no visitor waits for is up; a service that does not start is said and left out. */
    CompletableFuture<Void> startLast(Console console) {
        var starts = new ArrayList<CompletableFuture<Void>>();
        for (var service : stack.services()) {
            for (int instance = 1;
                    LAST.contains(service.name()) && instance <= instances.applyAsInt(service.name());
                    instance++) {
                int number = instance;
                starts.add(ParallelTasks.run(() -> start(service, number, () -> {}))
                        .exceptionally(failure -> {
                            console.say(service.name() + " did not start: "
                                    + (failure.getCause() == null ? failure : failure.getCause()).getMessage());
                            return null;
                        }));
            }
        }
        return CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new));
    }

    private static boolean isPartOfTheShop(ServiceModule service) {
        return !service.isInfrastructure() && !LAST.contains(service.name());
    }

    /** @param begun called with the permit to begin */
    private Void start(ServiceModule service, int instance, Runnable begun) throws Exception {
        return processes.inTurn(() -> {
            begun.run();
            var program = programs.of(service, instance);
            processes.launch(program, program.port());
        });
    }
}
