package podo.stack.supervisor;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.BackingServers;

/** Starts database, Redis and Kafka, and opens a schema and an account for each service. */
final class ServerStart {

    private final PreparedStack stack;
    private final LaunchedProcesses processes;

    ServerStart(PreparedStack stack, LaunchedProcesses processes) {
        this.stack = stack;
        this.processes = processes;
    }

    CompletableFuture<Void> begin() {
        var servers = stack.servers();
        return ParallelTasks.inParallel(servers.programs().stream()
                .<Callable<Void>>map(program ->
                        () -> processes.inTurn(() -> processes.launch(program, portOf(program, servers))))
                .toList());
    }

    /** A schema and an account for each service that has data. */
    void openSchemas() {
        for (var service : stack.withDatabase()) {
            stack.servers().database().open(service.name(), stack.environments().databasePassword(service));
        }
    }

    private static int portOf(Program program, BackingServers servers) {
        if (program == servers.database()) {
            return servers.database().port();
        }
        return program == servers.redis()
                ? servers.redis().port()
                : servers.kafka().port();
    }
}
