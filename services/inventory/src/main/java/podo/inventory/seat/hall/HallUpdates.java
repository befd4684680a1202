package podo.inventory.seat.hall;

import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.contracts.inventory.SeatIds;
import podo.starter.jdbc.Utc;

/** Writes what events change about their halls. */
@Repository
class HallUpdates {

    private final JdbcClient jdbc;

    HallUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the hall of a published event; false when it is there already. */
    boolean insert(long eventId, Show show, Instant now) {
        return jdbc.sql("""
                        INSERT IGNORE INTO hall (event_id, organiser_id, plan_version, starts_at, sales_end_at,
                                                 seats_per_fan, extensions, single_seat_policy, next_try_at)
                        VALUES (:event, :organiser, :plan, :starts, :ends, :perFan, :extensions, :policy, :now)
                        """).params(columns(eventId, show, now)).update() == 1;
    }

    /** Stores the event's changed rules and its plan version; false for an older version or a cancelled hall. */
    boolean update(long eventId, Show show, Instant now) {
        return jdbc.sql("""
                        UPDATE hall SET organiser_id = :organiser, plan_version = :plan, starts_at = :starts,
                            sales_end_at = :ends, seats_per_fan = :perFan, extensions = :extensions,
                            single_seat_policy = :policy, next_try_at = :now, revision = revision + 1
                        WHERE event_id = :event AND plan_version <= :plan AND NOT cancelled
                        """).params(columns(eventId, show, now)).update() == 1;
    }

    /** Copies the hall's revision to its seats, so that holds made with the old revision fail. */
    void updateSeatRevisions(long eventId) {
        jdbc.sql("UPDATE seat SET revision = (SELECT revision FROM hall WHERE event_id = ?) WHERE id BETWEEN ? AND ?")
                .params(eventId, SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1)
                .update();
    }

    private static Map<String, Object> columns(long eventId, Show show, Instant now) {
        return Map.of(
                "event", eventId,
                "organiser", show.organiserId(),
                "plan", show.planVersion(),
                "starts", Utc.millis(show.startsAt()),
                "ends", Utc.millis(show.salesEndAt()),
                "perFan", show.seatsPerFan(),
                "extensions", show.extensions(),
                "policy", show.singleSeatPolicy().name(),
                "now", Utc.millis(now));
    }

    /** False when the hall was cancelled before. */
    boolean cancel(long eventId) {
        return jdbc.sql(
                                "UPDATE hall SET cancelled = TRUE, revision = revision + 1 WHERE event_id = ? AND NOT cancelled")
                        .param(eventId)
                        .update()
                == 1;
    }
}
