package podo.stack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import podo.stack.process.Program;
import podo.stack.supervisor.jvm.AotCache;
import podo.stack.supervisor.jvm.OneProcessProgram;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.watch.Console;

/** Ends the services one after another, each of which then writes its AOT cache. */
final class CacheRecording {

    /** In which a service that ends writes its AOT cache; some 20 s of processor time. */
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(5);

    private final LaunchedProcesses processes;
    private final Console console;

    CacheRecording(LaunchedProcesses processes, Console console) {
        this.processes = processes;
        this.console = console;
    }

    void write() {
        var recorded = new ArrayList<String>();
        for (var wave = 0; wave < StopWaves.SERVERS; wave++) {
            for (var restarter : processes.all()) {
                var cache = cacheOf(restarter.program());
                if (!processes.stopping() && StopWaves.of(restarter.program()) == wave && cache.isPresent()) {
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
}
