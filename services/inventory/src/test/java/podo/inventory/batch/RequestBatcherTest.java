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

    private record Item(int number, CompletableFuture<Integer> result) {

        Item(int number) {
            this(number, new CompletableFuture<>());
        }

        void complete() {
            result.complete(number);
        }
    }

    @Test
    void itemsThatArriveDuringABatchMakeUpTheNext() {
        List<List<Integer>> batches = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        var batcher = new RequestBatcher<Integer>(3, FOR_EVER, batch -> {
            batches.add(batch);
            hold(go);
        });

        batcher.add(1);
        await().until(() -> batches.size() == 1);
        IntStream.rangeClosed(2, 6).forEach(batcher::add);
        go.countDown();

        await().until(() -> batches.size() == 3);
        assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void aStuckBatchDelaysOnlyItsOwnItems() {
        Duration stuckAfter = Duration.ofMillis(500);
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        var batcher = new RequestBatcher<Item>(32, stuckAfter, batch -> {
            if (batch.getFirst().number() == 0) {
                left.countDown();
                hold(stuck);
            }
            batch.forEach(Item::complete);
        });
        Item first = new Item(0);
        batcher.add(first);
        hold(left);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> submitted = IntStream.rangeClosed(1, 1_000)
                    .mapToObj(Item::new)
                    .map(item -> CompletableFuture.supplyAsync(() -> batcher.submit(item, item.result()), threads))
                    .toList();
            // with one batch per waiting time it would take twice as long
            await().atMost(stuckAfter.multipliedBy(16))
                    .untilAsserted(() -> assertThat(submitted).allMatch(CompletableFuture::isDone));
        } finally {
            stuck.countDown();
        }
        assertThat(first.result().join()).isZero();
    }

    @Test
    void aLoneCallerBehindAStuckBatchStartsAnotherWorker() {
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        var batcher = new RequestBatcher<Item>(32, SHORT, batch -> {
            if (batch.getFirst().number() == 0) {
                left.countDown();
                hold(stuck);
            }
            batch.forEach(Item::complete);
        });
        batcher.add(new Item(0));
        hold(left);
        Item alone = new Item(1);

        assertThat(batcher.<Integer>submit(alone, alone.result())).isEqualTo(1);
        stuck.countDown();
    }

    @Test
    void aStuckWorkerEndsWithItsBatchAndItsReplacementContinues() {
        List<List<Integer>> batches = new CopyOnWriteArrayList<>();
        List<CountDownLatch> gates = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        var workers = new ConcurrentLinkedQueue<Thread>();
        var batcher = new RequestBatcher<Integer>(1, SHORT, batch -> {
            workers.add(Thread.currentThread());
            batches.add(batch);
            hold(gates.get(Math.min(batch.getFirst(), 3) - 1));
        });
        batcher.add(1);
        await().until(() -> batches.size() == 1);
        await().until(() -> {
            if (batches.size() == 1) {
                batcher.add(2);
            }
            return batches.size() > 1;
        });
        Thread older = workers.peek();
        gates.getFirst().countDown();

        await().until(() -> !older.isAlive());
        assertThat(workers.stream().filter(older::equals)).hasSize(1);
        gates.forEach(CountDownLatch::countDown);
    }

    @Test
    void aFailureOfTheBatchIsThrownToTheCaller() {
        var batcher = new RequestBatcher<Item>(
                3, FOR_EVER, batch -> batch.getFirst().result().completeExceptionally(new IllegalStateException()));
        Item item = new Item(1);

        assertThatThrownBy(() -> batcher.submit(item, item.result())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyAtOnceAreEachCarriedOnceAndOneTripRunsAtATime() {
        var submitted = new ConcurrentLinkedQueue<Integer>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        var batcher = new RequestBatcher<Integer>(8, FOR_EVER, batch -> {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            submitted.addAll(batch);
            running.decrementAndGet();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20_000).forEach(i -> threads.submit(() -> batcher.add(i)));
        }

        await().until(() -> submitted.size() >= 20_000);
        assertThat(submitted).hasSize(20_000).doesNotHaveDuplicates();
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
