package podo.inventory.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import podo.inventory.bench.BareDatabase.Claim;
import podo.inventory.bench.BenchLoad.Outcome;

/**
 * The same limit with shared commits: each of sixteen connections takes along who has come since it was busy, up to as
 * many as the service does. Where one claim spoils it for the others, each goes alone.
 */
final class SharedBareDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final int MOST = 32;

    private record Rider(Claim claim, CompletableFuture<Outcome> outcome) {}

    private final BareDatabase bare;
    private final BlockingQueue<Rider> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> drivers;

    SharedBareDatabase(BareDatabase bare) {
        this.bare = bare;
        this.drivers = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> Thread.startVirtualThread(this::drive))
                .toList();
    }

    Outcome hold(Claim claim) {
        Rider rider = new Rider(claim, new CompletableFuture<>());
        waiting.add(rider);
        return rider.outcome().join();
    }

    private void drive() {
        try {
            while (true) {
                List<Rider> riders = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(riders, MOST - 1);
                Outcome together = outcome(riders);
                if (together == Outcome.WON || riders.size() == 1) {
                    riders.forEach(rider -> rider.outcome().complete(together));
                } else {
                    riders.forEach(rider -> rider.outcome().complete(outcome(List.of(rider))));
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private Outcome outcome(List<Rider> riders) {
        try {
            return bare.hold(riders.stream().map(Rider::claim).toList());
        } catch (SQLException e) {
            return Outcome.FAILED;
        }
    }

    @Override
    public void close() {
        drivers.forEach(Thread::interrupt);
    }
}
