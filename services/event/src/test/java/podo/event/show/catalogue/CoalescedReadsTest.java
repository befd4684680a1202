package podo.event.show.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoalescedReadsTest {

    private final CoalescedReads reads = new CoalescedReads();
    private final AtomicInteger readCount = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void ofAHundredConcurrentCallersOneReadsAndAllGetTheResult() {
        List<Object> answers = callByAHundred(() -> "grapes " + readCount.get());

        assertThat(answers).hasSize(100).containsOnly("grapes 1");
        assertThat(readCount).hasValue(1);
    }

    @Test
    void aLaterCallerReadsAgain() {
        callByAHundred(() -> "grapes");

        assertThat(reads.read("one", () -> "raisins")).isEqualTo("raisins");
    }

    @Test
    void aFailureReachesAllCallersAndIsNotKept() {
        IllegalStateException away = new IllegalStateException("the database is away");
        List<Object> answers = callByAHundred(() -> {
            throw away;
        });

        assertThat(answers).hasSize(100).containsOnly(away);
        assertThat(readCount).hasValue(1);
        assertThat(reads.read("one", () -> "grapes")).isEqualTo("grapes");
    }

    @Test
    void anotherKeyDoesNotWait() {
        Thread slow = Thread.ofPlatform()
                .start(() -> reads.read("one", () -> {
                    readCount.incrementAndGet();
                    wait(release);
                    return "grapes";
                }));
        await().until(() -> readCount.get() == 1);

        assertThat(reads.read("another", () -> "pears")).isEqualTo("pears");
        assertThat(slow.isAlive()).isTrue();
        release.countDown();
    }

    /** The first reader is released only when all other callers wait. */
    private List<Object> callByAHundred(Supplier<Object> reader) {
        Queue<Object> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, 100)
                .mapToObj(i -> Thread.ofPlatform().start(() -> answers.add(call(reader))))
                .toList();
        await().until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        release.countDown();
        await().until(() -> answers.size() == 100);
        return List.copyOf(answers);
    }

    private Object call(Supplier<Object> reader) {
        try {
            return reads.read("one", () -> {
                readCount.incrementAndGet();
                wait(release);
                return reader.get();
            });
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
