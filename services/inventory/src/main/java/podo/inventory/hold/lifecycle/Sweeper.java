package podo.inventory.hold.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.inventory.hold.sale.SoldSeats;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.starter.jdbc.Utc;

/**
 * Marks lapsed holds as such, publishes their freed seats, and makes returned seats available. A hold ends at its time whether or
 * not this runs. One instance sweeps at a time, by a lease of 5 s in the table {@code shift}; when it dies another takes over.
 */
@Component
class Sweeper {

    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final String instanceId = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final LapsedHolds lapsedHolds;
    private final SoldSeats soldSeats;
    private final SeatHistory history;
    private final TransactionTemplate transaction;
    private final SeatChangePublisher seatChanges;
    private final Clock clock;

    Sweeper(
            JdbcClient jdbc,
            LapsedHolds lapsedHolds,
            SoldSeats soldSeats,
            SeatHistory history,
            TransactionTemplate transaction,
            SeatChangePublisher seatChanges,
            Clock clock) {
        this.jdbc = jdbc;
        this.lapsedHolds = lapsedHolds;
        this.soldSeats = soldSeats;
        this.history = history;
        this.transaction = transaction;
        this.seatChanges = seatChanges;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${podo.hold.sweep:1s}")
    void sweep() {
        while (acquireLease() && lapseHolds() + releaseReturnedSeats() >= BATCH) {
            // a full batch: more are due
        }
    }

    /** The owner in the table {@code shift} while this instance has the lease. */
    String instanceId() {
        return instanceId;
    }

    private boolean acquireLease() {
        return jdbc.sql("UPDATE shift SET owner = ?, until = ? WHERE name = 'sweep' AND (owner = ? OR until < ?)")
                        .params(
                                instanceId,
                                Utc.millis(clock.instant().plus(LEASE)),
                                instanceId,
                                Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    private int lapseHolds() {
        List<HoldTransitions.Ended> lapsed = lapsedHolds.end(BATCH);
        publish(lapsed.stream().flatMap(ended -> ended.changes().stream()).toList());
        return lapsed.size();
    }

    private int releaseReturnedSeats() {
        List<SoldSeats.Returned> returned = transaction.execute(status -> {
            List<SoldSeats.Returned> due = soldSeats.releaseDue(BATCH);
            history.record(Cause.RETURNED, 0, null, ids(due, true));
            history.record(Cause.BLOCKED, 0, null, ids(due, false));
            return due;
        });
        publish(returned.stream().map(Sweeper::change).toList());
        return returned.size();
    }

    private static List<Long> ids(List<SoldSeats.Returned> returned, boolean onSale) {
        return returned.stream()
                .filter(seat -> seat.onSale() == onSale)
                .map(SoldSeats.Returned::seatId)
                .toList();
    }

    private static SeatChange change(SoldSeats.Returned seat) {
        return seat.onSale()
                ? new SeatChange(seat.seatId(), SeatState.AVAILABLE, seat.until())
                : new SeatChange(seat.seatId(), SeatState.BLOCKED, null);
    }

    private void publish(List<SeatChange> changes) {
        changes.stream()
                .collect(Collectors.groupingBy(change -> SeatIds.eventId(change.seatId())))
                .forEach(seatChanges::publish);
    }
}
