package podo.event.show;

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

/** A crowd comes just when nothing is cached: the database hears of it once. */
class StampedeIT extends EventIT {

    private static final int CROWD = 100;

    @MockitoSpyBean
    Catalogue catalogue;

    @Autowired
    PublicCatalogue shown;

    @Autowired
    StringRedisTemplate redis;

    private final CountDownLatch allAreThere = new CountDownLatch(1);

    @Test
    void aShowIsReadOnceForAllWhoAskAtOnceAndNotAgainWhileItIsCached() {
        long event = published(organiser());
        redis.delete("podo:event:one::" + event);
        doAnswer(slowly()).when(catalogue).published(event);

        List<CachedEvent> answers = crowd(() -> shown.one(event));

        assertThat(answers).hasSize(CROWD).containsOnly(answers.getFirst());
        shown.one(event);
        verify(catalogue, times(1)).published(event);
    }

    @Test
    void aPageIsReadOnceForAllWhoAskAtOnce() {
        String query = UUID.randomUUID().toString();
        doAnswer(slowly()).when(catalogue).published(query, 0, 20);

        List<CachedEventPage> answers = crowd(() -> shown.page(query, 0, 20));

        assertThat(answers).hasSize(CROWD).containsOnly(answers.getFirst());
        verify(catalogue, times(1)).published(query, 0, 20);
    }

    /** Finds nothing before the whole crowd waits for it. */
    private org.mockito.stubbing.Answer<?> slowly() {
        return question -> {
            allAreThere.await();
            return question.callRealMethod();
        };
    }

    private <T> List<T> crowd(Supplier<T> question) {
        Queue<T> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, CROWD)
                .mapToObj(i -> Thread.ofPlatform().start(() -> answers.add(question.get())))
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        allAreThere.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.size() == CROWD);
        return List.copyOf(answers);
    }
}
