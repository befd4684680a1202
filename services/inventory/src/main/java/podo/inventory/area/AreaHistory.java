package podo.inventory.area;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The history of areas: one row per change of hands, written in the same transaction and never changed. */
@Repository
class AreaHistory {

    /** @param who the fan, 0 for the service itself */
    record Entry(long areaId, long who, @Nullable String holdId, int places) {

        static Entry of(PlacesClaim claim) {
            return new Entry(claim.areaId(), claim.fanId(), claim.holdId(), claim.places());
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    AreaHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(Cause cause, List<Entry> entries) {
        StatementPadding.split(entries).forEach(part -> insert(cause, part));
    }

    private void insert(Cause cause, List<Entry> entries) {
        String rows = String.join(",", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?)"));
        var statement = jdbc.sql("INSERT INTO area_history (area_id, at, cause, who, hold_id, places) VALUES " + rows);
        var now = Utc.millis(clock.instant());
        for (Entry entry : entries) {
            statement = statement
                    .params(entry.areaId(), now, cause.name(), entry.who())
                    .param(entry.holdId())
                    .param(entry.places());
        }
        statement.update();
    }
}
