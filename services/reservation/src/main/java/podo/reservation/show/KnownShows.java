package podo.reservation.show;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.contracts.event.Show.RefundFee;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/** Shows from the messages of the event service. The latest message counts; a cancelled show stays cancelled. */
@Repository
public class KnownShows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KnownShows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<KnownShow> find(long eventId) {
        return Optional.ofNullable(findAll(List.of(eventId)).get(eventId));
    }

    public Map<Long, KnownShow> findAll(Collection<Long> eventIds) {
        if (eventIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT * FROM known_show WHERE event_id IN (:ids)")
                .param("ids", eventIds)
                .query(this::read)
                .list() // a stream of the query would keep its connection until it is closed
                .stream()
                .collect(Collectors.toMap(KnownShow::eventId, Function.identity()));
    }

    void save(long eventId, Show show) {
        jdbc.sql("""
                INSERT INTO known_show (event_id, title, venue, organiser_id, starts_at, sales_end_at, refund_fees)
                VALUES (:id, :title, :venue, :organiser, :startsAt, :salesEndAt, :fees)
                ON DUPLICATE KEY UPDATE title = VALUES(title), venue = VALUES(venue), organiser_id = VALUES(organiser_id),
                                        starts_at = VALUES(starts_at), sales_end_at = VALUES(sales_end_at),
                                        refund_fees = VALUES(refund_fees)
                """)
                .param("id", eventId)
                .param("title", show.title())
                .param("venue", show.venue())
                .param("organiser", show.organiserId())
                .param("startsAt", Utc.column(show.startsAt()))
                .param("salesEndAt", Utc.column(show.salesEndAt()))
                .param("fees", json.writeValueAsString(show.refundFees()))
                .update();
    }

    /** Also creates a row for an unknown show, so that a late publication does not revive it. */
    void saveCancelled(long eventId) {
        jdbc.sql("""
                INSERT INTO known_show (event_id, title, venue, organiser_id, starts_at, refund_fees, cancelled)
                VALUES (?, '', '', 0, '1970-01-01', '[]', TRUE)
                ON DUPLICATE KEY UPDATE cancelled = TRUE
                """).param(eventId).update();
    }

    private KnownShow read(ResultSet row, int n) throws SQLException {
        return new KnownShow(
                row.getLong("event_id"),
                row.getString("title"),
                row.getString("venue"),
                Utc.instant(row, "starts_at"),
                Utc.instantOrNull(row, "sales_end_at"),
                Arrays.asList(json.readValue(row.getString("refund_fees"), RefundFee[].class)),
                row.getBoolean("cancelled"));
    }
}
