package podo.inventory.seat.hall;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.contracts.inventory.SeatIds;
import podo.starter.jdbc.Utc;

/** Writes what events change about their halls. */
@Repository
class HallUpdates {

    private static final String SET_RULES = """
            UPDATE hall SET organiser_id = :organiser, plan_version = :plan, starts_at = :starts, on_sale_at = :sale,
                sales_end_at = :ends, seats_per_fan = :perFan, extensions = :extensions, hold_seconds = :holdSeconds,
                single_seat_policy = :policy, show_revision = :revision, next_try_at = :now, revision = revision + 1
            WHERE event_id = :event""";

    private final JdbcClient jdbc;

    HallUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the hall of a published event; false when it is there already. */
    boolean insert(long eventId, Show show, Instant now) {
        return jdbc.sql("""
                        INSERT IGNORE INTO hall (event_id, organiser_id, plan_version, starts_at, on_sale_at, sales_end_at,
                                                 seats_per_fan, extensions, hold_seconds, single_seat_policy, show_revision, next_try_at)
                        VALUES (:event, :organiser, :plan, :starts, :sale, :ends, :perFan, :extensions, :holdSeconds, :policy,
                                :revision, :now)
                        """).params(columns(eventId, show, now)).update() == 1;
    }

    /** Stores the event's changed rules and its plan version; false for an older message or a cancelled hall. */
    boolean update(long eventId, Show show, Instant now) {
        return jdbc.sql(
                                SET_RULES
                                        + " AND plan_version <= :plan AND (:revision = 0 OR show_revision < :revision) AND NOT cancelled")
                        .params(columns(eventId, show, now))
                        .update()
                == 1;
    }

    /** Stores the rules of a change that was decided. */
    void apply(long eventId, Show show, Instant now) {
        jdbc.sql(SET_RULES).params(columns(eventId, show, now)).update();
    }

    /** Copies the hall's revision to its areas and seats, so that holds made with the old revision fail. */
    void updateSeatRevisions(long eventId) {
        jdbc.sql(
                        "UPDATE area SET revision = (SELECT revision FROM hall WHERE event_id = :event) WHERE event_id = :event")
                .param("event", eventId)
                .update();
        jdbc.sql("UPDATE seat SET revision = (SELECT revision FROM hall WHERE event_id = ?) WHERE id BETWEEN ? AND ?")
                .params(eventId, SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1)
                .update();
    }

    private static Map<String, @Nullable Object> columns(long eventId, Show show, Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("event", eventId);
        columns.put("organiser", show.organiserId());
        columns.put("plan", show.planVersion());
        columns.put("starts", Utc.millis(show.startsAt()));
        columns.put("sale", Utc.millis(show.onSaleAt()));
        columns.put("ends", Utc.millis(show.salesEndAt()));
        columns.put("perFan", show.seatsPerFan());
        columns.put("extensions", show.extensions());
        columns.put("holdSeconds", show.holdSeconds());
        columns.put("policy", show.singleSeatPolicy().name());
        columns.put("revision", show.revision());
        columns.put("now", Utc.millis(now));
        return columns;
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
