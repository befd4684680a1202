package podo.reservation.waitingroom;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import podo.door.pulse.PoolWatch;
import podo.door.pulse.Recent;

/** What this instance itself sees of the health of buying, over the last half minute. */
@Component
class Signals {

    /**
     * @param checkoutMillis p95 of opening a booking
     * @param unknownShare payments without an answer of the bank, of all that were heard of
     * @param busyPool database connections in use, above 1 when callers queue for them
     */
    record Seen(double checkoutMillis, double unknownShare, double busyPool) {}

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Recent checkouts;
    private final Recent payments;
    private final PoolWatch pool;

    Signals(DataSource dataSource, Clock clock) {
        this.checkouts = new Recent(WINDOW, clock);
        this.payments = new Recent(WINDOW, clock);
        this.pool = new PoolWatch(dataSource, clock);
    }

    /** How long checkouts took, in milliseconds. */
    Recent checkouts() {
        return checkouts;
    }

    void payment(boolean unknown) {
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
