package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NaturalBatchesTest {

    @Test
    void whatComesInDuringATripMakesUpTheNext() {
        List<List<Integer>> trips = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        var batches = new NaturalBatches<Integer>(3, batch -> {
            trips.add(batch);
            hold(go);
        });

        batches.add(1);
        await().until(() -> trips.size() == 1);
        IntStream.rangeClosed(2, 6).forEach(batches::add);
        go.countDown();

        await().until(() -> trips.size() == 3);
        assertThat(trips).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void aTripThatIsStuckIsNotWaitedFor() {
        var carried = new ConcurrentLinkedQueue<Integer>();
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        var batches = new NaturalBatches<Integer>(10, batch -> {
            if (batch.contains(1)) {
                left.countDown();
                hold(stuck);
            }
            carried.addAll(batch);
        });
        batches.add(1);
        hold(left);
        batches.add(2);

        batches.waitNoLongerThan(Duration.ofHours(1));
        assertThat(carried).isEmpty();
        await().untilAsserted(() -> {
            batches.waitNoLongerThan(Duration.ZERO);
            assertThat(carried).contains(2);
        });
        stuck.countDown();
        batches.add(3);
        await().untilAsserted(() -> assertThat(carried).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void manyAtOnceAreEachCarriedOnceAndOneTripRunsAtATime() {
        var carried = new ConcurrentLinkedQueue<Integer>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        var batches = new NaturalBatches<Integer>(8, batch -> {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            carried.addAll(batch);
            running.decrementAndGet();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20_000).forEach(i -> threads.submit(() -> batches.add(i)));
        }

        await().until(() -> carried.size() >= 20_000);
        assertThat(carried).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(mostAtOnce).hasValue(1);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
