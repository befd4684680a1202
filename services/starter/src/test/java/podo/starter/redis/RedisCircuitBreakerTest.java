package podo.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RedisCircuitBreakerTest {

    private static final Supplier<String> FAILING = () -> {
        throw new IllegalStateException("connection refused");
    };

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RedisCircuitBreaker breaker = new RedisCircuitBreaker(meters, Duration.ofMillis(200));

    @Test
    void answersPassThroughWhileRedisAnswers() {
        assertThat(breaker.call(() -> "PONG")).contains("PONG");
        assertThat(breaker.call(() -> null)).isEmpty();
        assertThat(breaker.run(() -> {})).isTrue();
        assertThat(breaker.isClosed()).isTrue();
        assertThat(unanswered()).isZero();
    }

    @Test
    void theFirstFailureOpensItAlsoAfterManySuccesses() {
        for (int i = 0; i < 100; i++) {
            breaker.call(() -> "PONG");
        }
        assertThat(breaker.call(FAILING)).isEmpty();
        assertThat(breaker.isClosed()).isFalse();
    }

    @Test
    void whileItIsOpenNoCallIsMadeAndEachIsCounted() {
        AtomicInteger calls = new AtomicInteger();
        breaker.call(FAILING);

        assertThat(breaker.call(calls::incrementAndGet)).isEmpty();
        assertThat(breaker.run(calls::incrementAndGet)).isFalse();

        assertThat(calls).hasValue(0);
        assertThat(unanswered()).isEqualTo(3);
    }

    @Test
    void oneCallAtATimeTriesWhetherRedisIsBack() throws InterruptedException {
        CountDownLatch trialStarted = new CountDownLatch(1);
        CountDownLatch trialMayEnd = new CountDownLatch(1);
        breaker.call(FAILING);
        await().pollDelay(Duration.ofMillis(250)).until(() -> true);

        CompletableFuture<Optional<String>> trial = CompletableFuture.supplyAsync(() -> breaker.call(() -> {
            trialStarted.countDown();
            awaitUninterruptibly(trialMayEnd);
            return "PONG";
        }));
        trialStarted.await();
        assertThat(breaker.call(() -> "second")).isEmpty();
        trialMayEnd.countDown();

        assertThat(trial.join()).contains("PONG");
        assertThat(breaker.call(() -> "third")).contains("third");
    }

    @Test
    void anErrorInATrialCallDoesNotUseItUp() {
        breaker.call(FAILING);
        await().pollDelay(Duration.ofMillis(250)).until(() -> true);

        assertThatThrownBy(() -> breaker.call(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(breaker.call(() -> "PONG")).contains("PONG");
    }

    @Test
    void anOutageIsLoggedOnceAndTheCallbacksRunOnceWhenRedisIsBack(CapturedOutput output) {
        AtomicInteger callbacks = new AtomicInteger();
        breaker.whenBack(callbacks::incrementAndGet);
        breaker.call(FAILING);
        // several trial calls fail before one succeeds
        AtomicInteger trials = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            breaker.call(() -> {
                if (trials.incrementAndGet() < 3) {
                    throw new IllegalStateException("still down");
                }
                return "PONG";
            });
            return breaker.isClosed();
        });

        assertThat(callbacks).hasValue(1);
        assertThat(output.getOut()).containsOnlyOnce("Redis does not answer").containsOnlyOnce("Redis answers again");
        assertThat(output.getOut()).contains("connection refused").doesNotContain("still down");
    }

    @Test
    void aServiceWithRedisAndResilience4jHasOne() {
        ApplicationContextRunner service = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataRedisAutoConfiguration.class, RedisCircuitBreakerAutoConfiguration.class));

        service.run(context -> assertThat(context).hasSingleBean(RedisCircuitBreaker.class));
        service.withClassLoader(new FilteredClassLoader("io.github.resilience4j"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisCircuitBreaker.class));
    }

    private double unanswered() {
        return meters.counter("podo.redis.unanswered").count();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
