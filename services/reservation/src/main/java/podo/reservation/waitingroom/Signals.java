package podo.reservation.waitingroom;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this instance sees of the health of buying, over the last half minute. */
@Component
class Signals {

    /**
     * @param checkoutMillis p95 of opening a booking
     * @param unknownShare payments without an answer of the bank, of all that were heard of
     * @param busyPool database connections in use, above 1 when callers queue for them
     */
    record Seen(double checkoutMillis, double unknownShare, double busyPool) {}

    private record Sample(double value, Instant at) {}

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final int TOO_FEW = 5;

    private final Deque<Sample> checkouts = new ArrayDeque<>();
    private final Deque<Sample> payments = new ArrayDeque<>();
    private final @Nullable HikariDataSource pool;
    private final Clock clock;

    Signals(DataSource dataSource, Clock clock) {
        this.pool = dataSource instanceof HikariDataSource hikari ? hikari : null;
        this.clock = clock;
    }

    void checkout(Duration took) {
        note(checkouts, took.toMillis());
    }

    void payment(boolean unknown) {
        note(payments, unknown ? 1 : 0);
    }

    Seen read() {
        List<Double> slowest = recent(checkouts).stream().sorted().toList();
        List<Double> paid = recent(payments);
        return new Seen(
                slowest.size() < TOO_FEW ? 0 : slowest.get((int) (slowest.size() * 0.95)),
                paid.size() < TOO_FEW
                        ? 0
                        : paid.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0),
                busyPool());
    }

    private double busyPool() {
        HikariPoolMXBean now = pool == null ? null : pool.getHikariPoolMXBean();
        return now == null
                ? 0
                : (now.getActiveConnections() + now.getThreadsAwaitingConnection())
                        / (double) pool.getMaximumPoolSize();
    }

    private synchronized void note(Deque<Sample> samples, double value) {
        samples.addLast(new Sample(value, clock.instant()));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    private synchronized List<Double> recent(Deque<Sample> samples) {
        Instant from = clock.instant().minus(WINDOW);
        samples.removeIf(sample -> sample.at().isBefore(from));
        return samples.stream().map(Sample::value).toList();
    }
}
