package podo.reservation.waitingroom.throttle;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.starter.health.ConnectionPoolMonitor;
import podo.starter.health.RecentValues;

/** What this instance itself sees of the health of buying, over the last half minute. */
@Component
public class LocalHealth {

    /**
     * @param checkoutMillis p95 of opening a booking
     * @param unknownShare payments without an answer of the bank, of all that were heard of
     * @param busyPool database connections in use, above 1 when callers queue for them
     */
    record Seen(double checkoutMillis, double unknownShare, double busyPool) {}

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final RecentValues checkouts;
    private final RecentValues payments;
    private final ConnectionPoolMonitor pool;

    LocalHealth(DataSource dataSource, Clock clock) {
        this.checkouts = new RecentValues(WINDOW, clock);
        this.payments = new RecentValues(WINDOW, clock);
        this.pool = new ConnectionPoolMonitor(dataSource, clock);
    }

    /** How long checkouts took, in milliseconds. */
    RecentValues checkouts() {
        return checkouts;
    }

    public void payment(boolean unknown) {
        payments.note(unknown ? 1 : 0);
    }

    @Scheduled(fixedRate = 250)
    void look() {
        pool.look();
    }

    Seen read() {
        return new Seen(checkouts.p95(), payments.mean(), pool.busy());
    }
}
