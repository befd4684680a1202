package podo.stack.one;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Main class of {@code ./podo up --one}: starts the services that its arguments name, {@code NAME=JAR} each, in groups. A group begins
 * with {@code --after=FILE}, and starts when the group before it is up and the file exists. The variables of a service have its name
 * before them: {@code inventory.SERVER_PORT}. The groups are stopped in reverse order.
 */
public final class OneProcess {
    private static final String NEXT_GROUP = "--after=";

    /** More starts at once slow each other down. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

    private final List<Group> groups;

    private OneProcess(List<Group> groups) {
        this.groups = groups;
    }

    /** @param after the file; null for the first group */
    record Group(@Nullable Path after, List<OneService> services) {

        void await() throws InterruptedException {
            while (after != null && !Files.exists(after)) {
                Thread.sleep(50);
            }
        }
    }

    public static void main(String[] arguments) {
        var process = new OneProcess(groups(arguments, System.getenv()));
        // it warms up classes once in a JVM, and each later application would wait for the end of that
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop"));
        try {
            process.start();
        } catch (ExecutionException e) {
            e.printStackTrace();
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(1);
        }
    }

    static List<Group> groups(String[] arguments, Map<String, String> variables) {
        var groups = new ArrayList<Group>();
        var group = new Group(null, new ArrayList<>());
        groups.add(group);
        for (var argument : arguments) {
            if (argument.startsWith(NEXT_GROUP)) {
                group = new Group(Path.of(argument.substring(NEXT_GROUP.length())), new ArrayList<>());
                groups.add(group);
                continue;
            }
            var equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not NAME=JAR: " + argument);
            }
            var name = argument.substring(0, equals);
            group.services()
                    .add(new OneService(name, Path.of(argument.substring(equals + 1)), variablesOf(name, variables)));
        }
        return groups;
    }

    /** Those with the service's name before them, and those that are nobody's, such as the path. */
    static Map<String, String> variablesOf(String service, Map<String, String> variables) {
        var own = new HashMap<String, String>();
        variables.forEach((name, value) -> {
            if (name.startsWith(service + ".")) {
                own.put(name.substring(service.length() + 1), value);
            } else if (name.indexOf('.') < 0) {
                own.putIfAbsent(name, value);
            }
        });
        return own;
    }

    private void start() throws InterruptedException, ExecutionException {
        for (var group : groups) {
            group.await();
            together(group.services(), service -> {
                service.start();
                return null;
            });
        }
    }

    private void stop() {
        try {
            for (var group : groups.reversed()) {
                together(group.services(), service -> {
                    service.stop();
                    return null;
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            e.printStackTrace();
        }
    }

    private interface Step {
        Void on(OneService service) throws Exception;
    }

    /** In this order, some at once; the first failure ends the wait for the others. */
    private static void together(List<OneService> services, Step step) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var steps = services.stream()
                    .<Callable<Void>>map(service -> () -> {
                        Thread.currentThread().setName(service.name());
                        return step.on(service);
                    })
                    .toList();
            var running = new ArrayList<Future<Void>>();
            steps.forEach(one -> running.add(threads.submit(one)));
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
