package podo.stack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import podo.stack.process.Ports;
import podo.stack.supervisor.jvm.CompilerPriority;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.watch.ProcessRestarter;
import podo.stack.supervisor.watch.RunFolder;

/**
 * Replaces the processes of the services one after another while they are used. A successor is started beside each process; when it is
 * ready and callers know it, the old one drains and ends. Config server and registry are restarted in place: what they told is remembered
 * by those who asked. The payment simulator stands for a bank and is left alone, as are database, Redis and Kafka.
 */
final class Roll {

    /** In this order: who is called comes before who calls. */
    static final List<String> SERVICES = List.of(
            "config",
            "registry",
            "user",
            "event",
            "inventory",
            "reservation",
            "payment",
            "notification",
            "web-frontend",
            "gateway-mvc");

    /** From ready until every caller has the process in their list, and until a restarted registry knows everybody again. */
    private static final Duration KNOWN = Duration.ofSeconds(6);

    /**
     * A new process is slow until what it runs most is compiled. Meanwhile it gets only its share of the requests, its second compiler has spare time
     * only, and no other process starts on the same processors.
     */
    private static final Duration WARMING = Duration.ofSeconds(12);

    /** Longer than a process drains at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final LaunchedProcesses processes;
    private final ServicePrograms programs;
    private final RunFolder run;

    Roll(LaunchedProcesses processes, ServicePrograms programs, RunFolder run) {
        this.processes = processes;
        this.programs = programs;
        this.run = run;
    }

    /**
     * Every instance of these services.
     *
     * @throws CannotStart when a successor does not start; the process that it was for goes on
     */
    void roll(List<String> services, Consumer<String> say) throws IOException, InterruptedException {
        var began = System.nanoTime();
        int count = 0;
        for (var service : SERVICES) {
            for (var old : services.contains(service) ? instancesOf(service) : List.<ProcessRestarter>of()) {
                if (processes.stopping()) {
                    throw new CannotStart("The stack is being stopped.");
                }
                replace(old, (ServiceProgram) old.program(), say);
                count++;
            }
        }
        say.accept("%d processes replaced in %d s"
                .formatted(
                        count,
                        (System.nanoTime() - began) / Duration.ofSeconds(1).toNanos()));
    }

    private List<ProcessRestarter> instancesOf(String service) {
        return processes.all().stream()
                .filter(one -> one.program() instanceof ServiceProgram program
                        && program.service().name().equals(service))
                .toList();
    }

    private void replace(ProcessRestarter old, ServiceProgram program, Consumer<String> say)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        UnaryOperator<String> timed =
                text -> "%-15s %s, %.1f s".formatted(program.name(), text, (System.nanoTime() - began) / 1e9);
        var next = programs.successorOf(program);
        if (!canRunBeside(program)) {
            end(old);
            processes.launch(next, next.port());
            Thread.sleep(KNOWN);
            run.writeEnvironment(next.name(), next.environment());
            say.accept(timed.apply("restarted in place"));
            return;
        }
        try {
            var successor = processes.launchSuccessor(next, next.port());
            Thread.sleep(KNOWN.plus(WARMING));
            CompilerPriority.restore(successor.pid());
            say.accept(timed.apply("has a successor"));
            end(old);
            successor.takeName();
        } catch (RuntimeException e) {
            throw new CannotStart(program.name() + " has no successor and goes on as it is: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("?"));
        }
        run.writeEnvironment(next.name(), next.environment());
        say.accept(timed.apply("replaced"));
    }

    private void end(ProcessRestarter old) throws IOException, InterruptedException {
        old.drain(PATIENCE, processes::stopping);
        processes.forget(old);
    }

    /** A well-known port has room for one, except the gateway's where ports can be shared. */
    private static boolean canRunBeside(ServiceProgram program) {
        return program.service().fixedPort().isEmpty()
                || !program.name().equals(program.service().name())
                || program.service().name().equals("gateway-mvc") && Ports.canBeShared();
    }
}
