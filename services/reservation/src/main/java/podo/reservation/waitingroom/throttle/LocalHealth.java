package podo.reservation.waitingroom.throttle;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.starter.health.ConnectionPoolMonitor;
import podo.starter.health.RecentValues;

/** What this instance observed of buying over the last half minute. */
@Component
class LocalHealth {

    /**
     * @param checkoutMillis p95 of opening a booking
     * @param unknownShare share of payments whose outcome the bank did not tell
     * @param busyPool database connections in use, above 1 when callers queue for them
     */
    record Sample(double checkoutMillis, double unknownShare, double busyPool) {}

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final RecentValues checkouts;
    private final RecentValues payments;
    private final ConnectionPoolMonitor pool;

    LocalHealth(DataSource dataSource, Clock clock) {
        this.checkouts = new RecentValues(WINDOW, clock);
        this.payments = new RecentValues(WINDOW, clock);
        this.pool = new ConnectionPoolMonitor(dataSource, clock);
    }

    /** Durations of checkouts in milliseconds. */
    RecentValues checkouts() {
        return checkouts;
    }

    void recordPayment(boolean unknown) {
        payments.note(unknown ? 1 : 0);
    }

    @Scheduled(fixedRate = 250)
    void samplePool() {
        pool.look();
    }

    Sample read() {
        return new Sample(checkouts.p95(), payments.mean(), pool.busy());
    }
}
