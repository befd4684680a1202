package podo.inventory.hold;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatState;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.starter.jdbc.Utc;

/**
 * Tidies up after time: a lapsed hold is over whether or not this runs, but its row still says otherwise, and those who
 * watch the map want to be told. One instance has the shift at a time; should it die, another takes over.
 */
@Component
class Sweeper {

    private static final int BATCH = 200;
    private static final Duration SHIFT = Duration.ofSeconds(5);

    private final String self = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final HoldTransactions ledger;
    private final SoldSeats sold;
    private final SeatHistory history;
    private final TransactionTemplate transaction;
    private final SeatChangePublisher news;
    private final Clock clock;

    Sweeper(
            JdbcClient jdbc,
            HoldTransactions ledger,
            SoldSeats sold,
            SeatHistory history,
            TransactionTemplate transaction,
            SeatChangePublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.sold = sold;
        this.history = history;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${podo.hold.sweep:1s}")
    void sweep() {
        while (isMyShift() && lapse() + letOut() >= BATCH) {
            // more is waiting
        }
    }

    /** Who has the shift while this one sweeps. */
    String self() {
        return self;
    }

    private boolean isMyShift() {
        return jdbc.sql("UPDATE shift SET owner = ?, until = ? WHERE name = 'sweep' AND (owner = ? OR until < ?)")
                        .params(self, Utc.millis(clock.instant().plus(SHIFT)), self, Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    private int lapse() {
        List<HoldTransactions.Ended> over = ledger.lapse(BATCH);
        tell(over.stream().flatMap(lapse -> lapse.changes().stream()).toList());
        return over.size();
    }

    private int letOut() {
        List<SoldSeats.Out> out = transaction.execute(status -> {
            List<SoldSeats.Out> due = sold.letOut(BATCH);
            history.note(Cause.RETURNED, 0, null, ids(due, true));
            history.note(Cause.BLOCKED, 0, null, ids(due, false));
            return due;
        });
        tell(out.stream().map(Sweeper::change).toList());
        return out.size();
    }

    private static List<Long> ids(List<SoldSeats.Out> out, boolean onSale) {
        return out.stream()
                .filter(seat -> seat.onSale() == onSale)
                .map(SoldSeats.Out::seatId)
                .toList();
    }

    private static SeatChange change(SoldSeats.Out seat) {
        return seat.onSale()
                ? new SeatChange(seat.seatId(), SeatState.AVAILABLE, seat.until())
                : new SeatChange(seat.seatId(), SeatState.BLOCKED, null);
    }

    private void tell(List<SeatChange> changes) {
        changes.stream()
                .collect(Collectors.groupingBy(change -> Seat.event(change.seatId())))
                .forEach(news::tell);
    }
}
