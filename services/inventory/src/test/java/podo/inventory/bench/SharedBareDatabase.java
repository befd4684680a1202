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
    private static final int MAX_BATCH = 32;

    private record Item(Claim claim, CompletableFuture<Outcome> outcome) {}

    private final BareDatabase bare;
    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> workers;

    SharedBareDatabase(BareDatabase bare) {
        this.bare = bare;
        this.workers = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> Thread.startVirtualThread(this::work))
                .toList();
    }

    Outcome hold(Claim claim) {
        Item item = new Item(claim, new CompletableFuture<>());
        waiting.add(item);
        return item.outcome().join();
    }

    private void work() {
        try {
            while (true) {
                List<Item> items = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(items, MAX_BATCH - 1);
                Outcome together = outcome(items);
                if (together == Outcome.WON || items.size() == 1) {
                    items.forEach(item -> item.outcome().complete(together));
                } else {
                    items.forEach(item -> item.outcome().complete(outcome(List.of(item))));
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private Outcome outcome(List<Item> items) {
        try {
            return bare.hold(items.stream().map(Item::claim).toList());
        } catch (SQLException e) {
            return Outcome.FAILED;
        }
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
    }
}
