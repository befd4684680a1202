package podo.stack.junit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadsOfHangingTestTest {

    @Test
    void saysWhereAVirtualThreadWaits() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().name("a fan who waits").start(() -> waitFor(never));
        try {
            await().until(() -> waiting.getState() == Thread.State.WAITING);

            assertThat(ThreadsOfHangingTest.threadsInPodo())
                    .contains("a fan who waits", "ThreadsOfHangingTestTest.waitFor")
                    .doesNotContain("Signal Dispatcher");
        } finally {
            never.countDown();
            waiting.join();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
