package podo.stack.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import podo.stack.process.Program;
import podo.stack.supervisor.jvm.OneProcessProgram;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.watch.ProcessRestarter;

/** Stops in four waves: front ends, services, config server and registry, then the servers. */
final class StopWaves {

    /**
     * Seconds after the beginning of a stop at which what is left of each wave is killed, so that it never lasts longer than 15 s. Killing
     * is safe everywhere: what was answered has been committed and flushed.
     */
    private static final double[] GRACE = {5.5, 10, 11, 14.5};

    static final int SERVERS = 3;

    private StopWaves() {}

    /** @param clock seconds since any moment */
    static void stop(List<ProcessRestarter> all, DoubleSupplier clock) {
        var began = clock.getAsDouble();
        for (var wave = 0; wave <= SERVERS; wave++) {
            int now = wave;
            var grace = Duration.ofMillis(Math.round(1000 * (GRACE[wave] - (clock.getAsDouble() - began))));
            ParallelTasks.inParallel(all.stream()
                            .filter(restarter -> of(restarter.program()) == now)
                            .<Callable<Void>>map(restarter -> () -> stop(restarter, grace))
                            .toList())
                    .join();
        }
    }

    private static Void stop(ProcessRestarter restarter, Duration grace) {
        restarter.stop(grace.isNegative() ? Duration.ZERO : grace);
        return null;
    }

    /** The wave in which the program is stopped, from 0. */
    static int of(Program program) {
        if (program instanceof OneProcessProgram) {
            return 1;
        }
        if (!(program instanceof ServiceProgram one)) {
            return SERVERS;
        }
        if (one.service().isInfrastructure()) {
            return 2;
        }
        return switch (one.service().name()) {
            case "gateway-mvc", "web-frontend" -> 0;
            default -> 1;
        };
    }
}
