package podo.event.show.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import podo.event.EventIT;
import podo.event.show.Catalogue;
import podo.event.show.EventSnapshot;
import podo.event.show.EventSnapshotPage;
import podo.event.show.search.EventFilter;

/** A cache miss under 100 concurrent callers costs one database read. */
class StampedeIT extends EventIT {

    private static final int CALLERS = 100;

    @MockitoSpyBean
    Catalogue catalogue;

    @Autowired
    PublicCatalogue publicCatalogue;

    @Autowired
    StringRedisTemplate redis;

    private final CountDownLatch allCallersWait = new CountDownLatch(1);

    @Test
    void concurrentCallersReadAnEventOnceAndNotAgainWhileItIsCached() {
        long event = published(organiser());
        redis.delete("podo:event:one::" + event);
        doAnswer(onceAllCallersWait()).when(catalogue).published(event);

        List<EventSnapshot> answers = callConcurrently(() -> publicCatalogue.event(event));

        assertThat(answers).hasSize(CALLERS).containsOnly(answers.getFirst());
        publicCatalogue.event(event);
        verify(catalogue, times(1)).published(event);
    }

    @Test
    void concurrentCallersReadAPageOnce() {
        EventFilter filter = EventFilter.matching(UUID.randomUUID().toString());
        doAnswer(onceAllCallersWait()).when(catalogue).published(filter, 0, 20);

        List<EventSnapshotPage> answers = callConcurrently(() -> publicCatalogue.page(filter, 0, 20));

        assertThat(answers).hasSize(CALLERS).containsOnly(answers.getFirst());
        verify(catalogue, times(1)).published(filter, 0, 20);
    }

    /** Delays the read until all callers wait for it. */
    private org.mockito.stubbing.Answer<?> onceAllCallersWait() {
        return call -> {
            allCallersWait.await();
            return call.callRealMethod();
        };
    }

    private <T> List<T> callConcurrently(Supplier<T> call) {
        Queue<T> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> Thread.ofPlatform().start(() -> answers.add(call.get())))
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        allCallersWait.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.size() == CALLERS);
        return List.copyOf(answers);
    }
}
