package podo.stack.chaos;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import podo.stack.process.ProcessId;
import podo.stack.process.ProcessSignal;
import podo.stack.supervisor.watch.RunFolder;

/**
 * Breaks servers of the stack that is up, by the ids in its run folder, and heals them: when it is asked to, when their time is over, and when it is
 * closed. Half a minute is less than Kafka's consumers are given before their partitions move, and less than the audit waits before it calls
 * a difference a finding.
 */
final class FaultDesk implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RunFolder run;
    private final Clock clock;
    private final Duration longest;
    private final Map<BreakableServer, List<FrozenProcess>> frozen = new EnumMap<>(BreakableServer.class);
    private final ScheduledExecutorService thawing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("thawing").factory());
    private boolean closed;

    /** @param longest after which a frozen server is thawed */
    FaultDesk(RunFolder run, Clock clock, Duration longest) {
        this.run = run;
        this.clock = clock;
        this.longest = longest;
    }

    /** Does nothing when the server is broken already. */
    synchronized void breakDown(BreakableServer server) {
        if (closed || !state(server).isUp()) {
            return;
        }
        var processes = processes(server);
        if (server.isFrozen()) {
            var now = clock.instant();
            frozen.put(
                    server,
                    processes.stream()
                            .map(process -> FrozenProcess.freeze(process.id(), now, longest))
                            .toList());
            thawing.schedule(() -> thawOverdue(server), longest.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            processes.forEach(process -> process.process().ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    /** A killed server is started again by the supervisor. */
    synchronized void heal(BreakableServer server) {
        var stopped = frozen.remove(server);
        if (stopped != null) {
            stopped.forEach(FrozenProcess::thaw);
        }
        if (server.isFrozen()) {
            processes(server).stream()
                    .map(RunFolder.Entry::id)
                    .filter(ProcessId::stopped)
                    .forEach(id -> ProcessSignal.CONT.send(id.pid()));
        }
    }

    synchronized ServerState state(BreakableServer server) {
        var processes = processes(server);
        if (processes.stream().anyMatch(process -> process.id().stopped())) {
            return new ServerState(ServerState.Kind.FROZEN, secondsLeft(server));
        }
        var up = !processes.isEmpty()
                && processes.stream()
                        .allMatch(process -> process.state().equals("up")
                                && process.process().isPresent());
        return new ServerState(up ? ServerState.Kind.UP : ServerState.Kind.STARTING, 0);
    }

    /** Thaws everything; breaks nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        thawing.shutdownNow();
        for (var server : BreakableServer.values()) {
            if (frozen.containsKey(server)) {
                heal(server);
            }
        }
    }

    /** It may have been thawed and frozen once more meanwhile. */
    private synchronized void thawOverdue(BreakableServer server) {
        if (secondsLeft(server) == 0) {
            heal(server);
        }
    }

    private long secondsLeft(BreakableServer server) {
        return frozen.getOrDefault(server, List.of()).stream()
                .mapToLong(process -> Math.max(
                        0, Duration.between(clock.instant(), process.until()).toSeconds()))
                .max()
                .orElse(0);
    }

    private List<RunFolder.Entry> processes(BreakableServer server) {
        return run.all().stream()
                .filter(process -> server.isProcess(process.name()))
                .toList();
    }
}
