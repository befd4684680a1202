package podo.starter.bots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import podo.starter.bots.BotStates.Standing;

/**
 * Asks accounts for work that behave like scripts: more requests in a minute than a person makes, the fewer the more holds they let lapse. The first five
 * requests of an account in a minute are counted in this instance, so a fan who buys costs no call. Without Redis nobody is asked.
 */
public class BotGuard {

    /** Set by our pages alone: the gateway drops it. */
    public static final String PAGE = "X-Podo-Page";

    private static final int COUNTED_HERE = 5;

    private final BotSettings settings;
    private final WorkChallenges challenges;
    private final BotStates states;
    private final Clock clock;
    private final Counter asked;
    private final Counter solved;
    private final Counter failed;

    private final Cache<Long, AtomicInteger> localCounts = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Accounts that this instance has asked: each of their requests is looked at. */
    private final Cache<Long, Boolean> watched = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(BotStates.REMEMBERED)
            .build();

    BotGuard(BotSettings settings, WorkChallenges challenges, BotStates states, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.challenges = challenges;
        this.states = states;
        this.clock = clock;
        this.asked = meters.counter("podo.challenges", "outcome", "asked");
        this.solved = meters.counter("podo.challenges", "outcome", "solved");
        this.failed = meters.counter("podo.challenges", "outcome", "failed");
    }

    /** Counts a request; throws {@link ChallengeRequired} when its account has to work or wait first. */
    public void check(long fanId, HttpServletRequest request) {
        if (!settings.enabled()) {
            return;
        }
        int allowed = settings.allowed(request.getHeader(PAGE) != null);
        String solution = request.getHeader(ChallengeRequired.HEADER);
        int times = timesToCount(fanId, allowed, solution != null);
        if (times == 0) {
            return;
        }
        Optional<WorkChallenges.Solved> work = solution == null ? Optional.empty() : challenges.read(solution, fanId);
        states.count(fanId, allowed, times, work.orElse(null), clock.millis())
                .ifPresent(standing -> answer(fanId, standing, solution != null));
    }

    /** The account let a hold lapse. */
    public void countLapse(long fanId) {
        if (settings.enabled() && settings.lapseWeight() > 0) {
            states.countLapse(fanId);
        }
    }

    /** The account has paid, so the holds that it let lapse count no more. */
    public void forgiveLapses(long fanId) {
        if (settings.enabled() && settings.lapseWeight() > 0) {
            states.forgiveLapses(fanId);
        }
    }

    /** 0 while this instance alone counts; then all that it has counted, and one by one from there. */
    private int timesToCount(long fanId, int allowed, boolean brought) {
        int here = Math.min(COUNTED_HERE, allowed);
        int requests = localCounts.get(fanId, fan -> new AtomicInteger()).incrementAndGet();
        if (requests == here + 1) {
            return requests;
        }
        return requests > here || brought || watched.getIfPresent(fanId) != null ? 1 : 0;
    }

    private void answer(long fanId, Standing standing, boolean brought) {
        if (standing.accepted()) {
            solved.increment();
        }
        if (standing.waitMillis() == 0) {
            return;
        }
        watched.put(fanId, true);
        (brought ? failed : asked).increment();
        throw new ChallengeRequired(
                challenges.create(fanId, settings.workAt(standing.level()), settings.life()),
                Duration.ofMillis(standing.waitMillis()));
    }
}
