package podo.starter.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.problem.Problem;
import podo.starter.redis.RedisCircuitBreaker;

/** With the account of inventory, which may write keys of its own prefix only. */
class BotGuardIT {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final long fan = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    /** In the middle of a minute. */
    private Instant now = Instant.parse("2026-12-12T11:00:20Z");

    private LettuceConnectionFactory connections;
    private BotGuard guard;
    private WorkChallenge challenge;

    @BeforeEach
    void connect() {
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(
                "127.0.0.1", TestServers.redis().port());
        server.setUsername("inventory");
        server.setPassword(TestServers.redis().password("inventory"));
        connections = new LettuceConnectionFactory(
                server,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(500))
                        .build());
        connections.start();
        guard = guard(Map.of("podo.bots.per-minute", "20", "podo.bots.per-minute-without-page", "10"));
    }

    @AfterEach
    void disconnect() {
        TestServers.process(RealServer.REDIS).start();
        connections.destroy();
    }

    @Test
    void whoAsksAsOftenAsPeopleDoIsNeverAsked() {
        for (int minute = 0; minute < 5; minute++) {
            requests(10, false);
            now = now.plusSeconds(60);
        }
        assertThat(asked()).isZero();
    }

    @Test
    void aPageMayAskMoreOften() {
        requests(20, true);
        assertThat(refused(true, null).retryAfter()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whoAsksMoreOftenIsRefusedUntilTheWorkIsDone() {
        requests(10, false);
        assertThat(refused(false, null).name()).isEqualTo("challenge-required");
        now = now.plusSeconds(3);
        assertThat(refused(false, null).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refused(false, "nonsense").name()).isEqualTo("challenge-required");

        request(false, Solutions.of(challenge));
        requests(30, false);

        assertThat(count("asked")).isEqualTo(2);
        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("solved")).isEqualTo(1);
    }

    @Test
    void anotherInstanceKnowsIt() {
        requests(10, false);
        refused(false, null);
        BotGuard other = guard(Map.of("podo.bots.per-minute", "20", "podo.bots.per-minute-without-page", "10"));
        for (int i = 0; i < 5; i++) {
            other.check(fan, new MockHttpServletRequest()); // counted there alone
        }
        assertThat(catchThrowableOfType(Problem.class, () -> other.check(fan, new MockHttpServletRequest())))
                .isNotNull();
    }

    @Test
    void whoWaitsGoesOnWithoutWork() {
        requests(10, false);
        refused(false, null);
        now = now.plusSeconds(10);
        requests(31, false);
    }

    @Test
    void aSolutionIsWorthOneTime() {
        requests(10, false);
        refused(false, null);
        String solution = Solutions.of(challenge);
        request(false, solution);
        requests(30 + 10, false);
        refused(false, null);

        // the second challenge costs twice as much, so the first would also be too cheap; with equal costs it is used
        // up
        assertThat(refused(false, solution)).isNotNull();
        BotGuard flat = guard(Map.of("podo.bots.most-work", "50000", "podo.bots.per-minute-without-page", "10"));
        assertThat(catchThrowableOfType(Problem.class, () -> flat.check(fan, request(solution))))
                .isNotNull();
        assertThat(count("solved")).isEqualTo(1);
    }

    @Test
    void theNextChallengeCostsTwiceAsMuchAndAnEarlierOneIsTooCheap() {
        requests(10, false);
        refused(false, null);
        WorkChallenge cheap = challenge;
        now = now.plusSeconds(10);
        requests(31 + 10, false);
        refused(false, null);

        assertThat(cheap.maxnumber()).isEqualTo(50_000);
        assertThat(challenge.maxnumber()).isEqualTo(100_000);
        assertThat(refused(false, Solutions.of(cheap)).retryAfter()).isEqualTo(Duration.ofSeconds(20));
        request(false, Solutions.of(challenge));
    }

    @Test
    void lapsedHoldsCountAsRequestsUntilThePaymentAndNeverAlone() {
        for (int i = 0; i < 100; i++) {
            guard.countLapse(fan);
        }
        requests(5, false);
        refused(false, null);

        now = now.plus(Duration.ofHours(2));
        guard.forgiveLapses(fan);
        requests(31 + 10, false);
    }

    @Test
    void anHourLaterLapsesAreForgotten() {
        guard.countLapse(fan);
        StringRedisTemplate redis = new StringRedisTemplate(connections);
        assertThat(redis.getExpire("inv:bots:{" + fan + "}:lapsed")).isBetween(3_500L, 3_600L);
    }

    @Test
    void withNoRequestsAllowedEachAccountWorksFirst() {
        guard = guard(Map.of("podo.bots.per-minute-without-page", "0"));
        refused(false, null);
        request(false, Solutions.of(challenge));
        requests(30, false);
        refused(false, null);
    }

    @Test
    void anotherFansSolutionChangesNothing() {
        requests(10, false);
        refused(false, null);
        WorkChallenge others = challenges().create(fan + 1, 50_000, Duration.ofMinutes(2));
        assertThat(refused(false, Solutions.of(others))).isNotNull();
    }

    @Test
    void withoutRedisNobodyIsAsked() {
        requests(10, false);
        TestServers.process(RealServer.REDIS).kill();
        assertThatCode(() -> requests(50, false)).doesNotThrowAnyException();
        assertThat(asked()).isZero();
    }

    @Test
    void switchedOffItAsksNobody() {
        guard = guard(Map.of("podo.bots.enabled", "false", "podo.bots.per-minute-without-page", "0"));
        requests(200, false);
    }

    private void requests(int times, boolean fromPage) {
        for (int i = 0; i < times; i++) {
            request(fromPage, null);
        }
    }

    private void request(boolean fromPage, String solution) {
        MockHttpServletRequest request = request(solution);
        if (fromPage) {
            request.addHeader(BotGuard.PAGE, "1");
        }
        guard.check(fan, request);
    }

    private static MockHttpServletRequest request(String solution) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (solution != null) {
            request.addHeader(ChallengeRequired.HEADER, solution);
        }
        return request;
    }

    private ChallengeRequired refused(boolean fromPage, String solution) {
        ChallengeRequired refusal = catchThrowableOfType(ChallengeRequired.class, () -> request(fromPage, solution));
        assertThat(refusal).isNotNull();
        challenge = refusal.challenge();
        return refusal;
    }

    private double asked() {
        return count("asked");
    }

    private double count(String outcome) {
        return meters.counter("podo.challenges", "outcome", outcome).count();
    }

    private WorkChallenges challenges() {
        return new WorkChallenges("key", "inv", clock());
    }

    private BotGuard guard(Map<String, String> values) {
        BotSettings settings = BotSettingsTest.settings(values);
        RedisCircuitBreaker breaker = new RedisCircuitBreaker(meters);
        return new BotGuard(
                settings,
                challenges(),
                new BotStates(new StringRedisTemplate(connections), breaker, settings, "inv"),
                clock(),
                meters);
    }

    private Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }
}
