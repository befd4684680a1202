package podo.inventory.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBatcherTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private record Item(int number, CompletableFuture<Integer> arrival) {

        Item(int number) {
            this(number, new CompletableFuture<>());
        }

        void arrive() {
            arrival.complete(number);
        }
    }

    @Test
    void whatComesInDuringATripMakesUpTheNext() {
        List<List<Integer>> trips = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        var batches = new RequestBatcher<Integer>(3, FOR_EVER, batch -> {
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
    void aTripThatIsStuckForEverKeepsNobodyButItsOwnRidersUp() {
        Duration patience = Duration.ofMillis(500);
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        var batches = new RequestBatcher<Item>(32, patience, batch -> {
            if (batch.getFirst().number() == 0) {
                left.countDown();
                hold(stuck);
            }
            batch.forEach(Item::arrive);
        });
        Item first = new Item(0);
        batches.add(first);
        hold(left);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> carried = IntStream.rangeClosed(1, 1_000)
                    .mapToObj(Item::new)
                    .map(item -> CompletableFuture.supplyAsync(() -> batches.submit(item, item.arrival()), threads))
                    .toList();
            // with one batch per waiting time it would take twice as long
            await().atMost(patience.multipliedBy(16))
                    .untilAsserted(() -> assertThat(carried).allMatch(CompletableFuture::isDone));
        } finally {
            stuck.countDown();
        }
        assertThat(first.arrival().join()).isZero();
    }

    @Test
    void whoWaitsAloneBehindAStuckTripSetsOutWithoutAnybodyElseComing() {
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        var batches = new RequestBatcher<Item>(32, SHORT, batch -> {
            if (batch.getFirst().number() == 0) {
                left.countDown();
                hold(stuck);
            }
            batch.forEach(Item::arrive);
        });
        batches.add(new Item(0));
        hold(left);
        Item alone = new Item(1);

        assertThat(batches.<Integer>submit(alone, alone.arrival())).isEqualTo(1);
        stuck.countDown();
    }

    @Test
    void aStuckTripEndsWithItsBatchAndTheOneThatTookOverGoesOn() {
        List<List<Integer>> trips = new CopyOnWriteArrayList<>();
        List<CountDownLatch> gates = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        var drivers = new ConcurrentLinkedQueue<Thread>();
        var batches = new RequestBatcher<Integer>(1, SHORT, batch -> {
            drivers.add(Thread.currentThread());
            trips.add(batch);
            hold(gates.get(Math.min(batch.getFirst(), 3) - 1));
        });
        batches.add(1);
        await().until(() -> trips.size() == 1);
        await().until(() -> {
            if (trips.size() == 1) {
                batches.add(2);
            }
            return trips.size() > 1;
        });
        Thread older = drivers.peek();
        gates.getFirst().countDown();

        await().until(() -> !older.isAlive());
        assertThat(drivers.stream().filter(older::equals)).hasSize(1);
        gates.forEach(CountDownLatch::countDown);
    }

    @Test
    void whatWentWrongOnTheTripIsThrownAtWhoWaits() {
        var batches = new RequestBatcher<Item>(
                3, FOR_EVER, batch -> batch.getFirst().arrival().completeExceptionally(new IllegalStateException()));
        Item item = new Item(1);

        assertThatThrownBy(() -> batches.submit(item, item.arrival())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyAtOnceAreEachCarriedOnceAndOneTripRunsAtATime() {
        var carried = new ConcurrentLinkedQueue<Integer>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        var batches = new RequestBatcher<Integer>(8, FOR_EVER, batch -> {
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
