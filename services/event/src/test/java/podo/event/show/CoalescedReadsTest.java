package podo.event.show;

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
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch found = new CountDownLatch(1);

    @Test
    void ofAHundredWhoAskAtOnceOneLooksAndAllAreAnswered() {
        List<Object> answers = askedByAHundred(() -> "grapes " + looks.get());

        assertThat(answers).hasSize(100).containsOnly("grapes 1");
        assertThat(looks).hasValue(1);
    }

    @Test
    void whoAsksAfterwardsLooksAgain() {
        askedByAHundred(() -> "grapes");

        assertThat(reads.join("one", () -> "raisins")).isEqualTo("raisins");
    }

    @Test
    void whatWentWrongIsToldToAllAndNotRemembered() {
        IllegalStateException away = new IllegalStateException("the database is away");
        List<Object> answers = askedByAHundred(() -> {
            throw away;
        });

        assertThat(answers).hasSize(100).containsOnly(away);
        assertThat(looks).hasValue(1);
        assertThat(reads.join("one", () -> "grapes")).isEqualTo("grapes");
    }

    @Test
    void anotherQuestionDoesNotWait() {
        Thread slow = Thread.ofPlatform()
                .start(() -> reads.join("one", () -> {
                    looks.incrementAndGet();
                    wait(found);
                    return "grapes";
                }));
        await().until(() -> looks.get() == 1);

        assertThat(reads.join("another", () -> "pears")).isEqualTo("pears");
        assertThat(slow.isAlive()).isTrue();
        found.countDown();
    }

    /** The first who looks finds something only when all the others wait for it. */
    private List<Object> askedByAHundred(Supplier<Object> look) {
        Queue<Object> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, 100)
                .mapToObj(i -> Thread.ofPlatform().start(() -> answers.add(answer(look))))
                .toList();
        await().until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        found.countDown();
        await().until(() -> answers.size() == 100);
        return List.copyOf(answers);
    }

    private Object answer(Supplier<Object> look) {
        try {
            return reads.join("one", () -> {
                looks.incrementAndGet();
                wait(found);
                return look.get();
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
