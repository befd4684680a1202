package podo.starter.ended;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * The log-ins that ended while access tokens of theirs may still live. Each process asks the user service for new ones every second, from
 * the first question on, and keeps them in memory. While that service does not answer, what is known stays known.
 */
public class EndedLogIns implements DisposableBean {

    /** Longer than an access token lives. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST = 1_000_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** An end that was committed a little later than its time says is in the next answer too. */
    private static final long OVERLAP_MILLIS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(EndedLogIns.class);

    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final EndedLogInSource source;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Thread thread;
    private long after;
    private boolean failing;

    public EndedLogIns(EndedLogInSource source) {
        this.source = source;
    }

    /** @param logIn the claim {@code sid}; a token without one ends by its time only */
    public boolean isEnded(@Nullable String logIn) {
        if (started.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("ended-log-ins").start(this::follow);
        }
        return logIn != null && ended.getIfPresent(logIn) != null;
    }

    /** For the process in which the log-in ends, which need not wait to hear of it. */
    public void add(String logIn) {
        ended.put(logIn, true);
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            EndedLogInSource.Ended answer = source.endedAfter(Math.max(0, after - OVERLAP_MILLIS));
            answer.logIns().forEach(this::add);
            after = answer.until();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Log-outs are not heard of until the user service answers: {}", e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void destroy() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
