package podo.reservation.waitingroom.estimate;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After how many milliseconds a fan asks for the place again; up to a fifth more or less by chance. */
@Component
public class PollInterval {

    private static final long FRONT = 200;
    private static final long MIDDLE = 2_000;

    /** The longest pause where the wait is not known. */
    private static final long WAIT_UNKNOWN = 30_000;

    private final PollSettings settings;

    PollInterval(PollSettings settings) {
        this.settings = settings;
    }

    /** @param secondsToSale until the lobby ends */
    public long beforeSale(long secondsToSale) {
        return spread(secondsToSale < 20 ? 2_000 : 10_000);
    }

    /**
     * 2 s with fewer than 200 ahead, 5 s with fewer than 2,000, 10 s beyond. Behind the first 200 longer in a long line, so that all
     * together do not ask more often than the settings say, but never longer than half of the wait.
     *
     * @param waiting all who wait in the line
     * @param expectedSeconds of the wait, null when it is not known; then those behind the first 2,000 take their time
     */
    public long waiting(long ahead, long waiting, @Nullable Long expectedSeconds) {
        long usual = ahead < FRONT ? 2_000 : ahead < MIDDLE ? 5_000 : 10_000;
        if (ahead < FRONT || expectedSeconds == null && ahead < MIDDLE) {
            return spread(usual);
        }
        long inCrowd = Math.min(settings.longest().toMillis(), 1_000 * waiting / settings.perSecond());
        long inTime = expectedSeconds == null ? WAIT_UNKNOWN : 500 * expectedSeconds;
        return spread(Math.max(usual, Math.min(inCrowd, inTime)));
    }

    public long offered() {
        return spread(2_000);
    }

    public long inside() {
        return spread(10_000);
    }

    public long closed() {
        return spread(30_000);
    }

    private static long spread(long millis) {
        return (long) (millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    }
}
