package podo.reservation.show;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.contracts.event.Show.RefundFee;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows from the messages of the event service. The message with the highest revision counts, in whatever order they come; a
 * cancelled show stays cancelled. */
@Repository
public class KnownShows {

    private static final TypeReference<Map<String, String>> TITLES = new TypeReference<>() {};

    /** The show of an event is its series; an event without other dates is a series of its own, as those that are copied from it later say. */
    public static final String SERIES =
            "(SELECT COALESCE(k.series_id, k.event_id) FROM known_show k WHERE k.event_id = :event)";

    /** Condition on a row that belongs to {@code :event}, or by its {@code series_id} to all dates of its show. */
    public static final String CODES_OF_EVENT =
            "(event_id = :event AND series_id IS NULL OR series_id = " + SERIES + ")";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Duration doorsOpenBefore;

    KnownShows(JdbcClient jdbc, JsonMapper json, @Value("${podo.door.opens-before:12h}") Duration doorsOpenBefore) {
        this.jdbc = jdbc;
        this.json = json;
        this.doorsOpenBefore = doorsOpenBefore;
    }

    public Optional<KnownShow> find(long eventId) {
        return Optional.ofNullable(findAll(List.of(eventId)).get(eventId));
    }

    public Map<Long, KnownShow> findAll(Collection<Long> eventIds) {
        if (eventIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT event_id, title, venue, starts_at, sales_end_at, refund_fees, cancelled, show_revision, handover_allowed,
                            handover_ends_hours, doors_at, titles
                        FROM known_show WHERE event_id IN (:ids)
                        """)
                .param("ids", eventIds)
                .query(this::read)
                .list() // a stream of the query would keep its connection until it is closed
                .stream()
                .collect(Collectors.toMap(KnownShow::eventId, Function.identity()));
    }

    /** Whose the show is; empty for one that is not known, or only as cancelled. */
    public Optional<Long> findTeam(long eventId) {
        return jdbc.sql("SELECT organiser_id FROM known_show WHERE event_id = ? AND organiser_id > 0")
                .param(eventId)
                .query(Long.class)
                .optional();
    }

    void save(long eventId, Show show) {
        Show.Handover handover = Objects.requireNonNullElse(show.handover(), Show.Handover.UNTIL_THE_START);
        Map<String, @Nullable Object> columns = new HashMap<>(Map.of(
                "id", eventId,
                "title", show.title(),
                "venue", show.venue(),
                "organiser", show.organiserId(),
                "startsAt", Utc.column(show.startsAt()),
                "salesEndAt", Utc.column(show.salesEndAt()),
                "fees", json.writeValueAsString(show.refundFees()),
                "handover", handover.allowed(),
                "handoverHours", handover.endsHours(),
                "revision", show.revision()));
        Map<String, String> titles = show.titles();
        columns.put("titles", titles == null || titles.isEmpty() ? null : json.writeValueAsString(titles));
        columns.put("series", show.seriesId());
        columns.put("doorsAt", show.doorsAt() == null ? null : Utc.millis(show.doorsAt()));
        jdbc.sql("""
                INSERT IGNORE INTO known_show (event_id, title, venue, organiser_id, starts_at, sales_end_at, refund_fees,
                                               handover_allowed, handover_ends_hours, show_revision, doors_at, titles, series_id)
                VALUES (:id, :title, :venue, :organiser, :startsAt, :salesEndAt, :fees, :handover, :handoverHours, :revision, :doorsAt, :titles, :series)
                """).params(columns).update();
        jdbc.sql("""
                UPDATE known_show SET title = :title, venue = :venue, organiser_id = :organiser, starts_at = :startsAt,
                    sales_end_at = :salesEndAt,
                    refund_fees = :fees, handover_allowed = :handover, handover_ends_hours = :handoverHours,
                    show_revision = :revision, doors_at = :doorsAt, titles = :titles, series_id = :series
                WHERE event_id = :id AND (:revision = 0 OR show_revision <= :revision)
                """).params(columns).update();
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
        Instant startsAt = Utc.instant(row, "starts_at");
        Instant doorsAt = Utc.instantOrNull(row, "doors_at");
        return new KnownShow(
                row.getLong("event_id"),
                row.getString("title"),
                row.getString("venue"),
                startsAt,
                Utc.instantOrNull(row, "sales_end_at"),
                Arrays.asList(json.readValue(row.getString("refund_fees"), RefundFee[].class)),
                row.getBoolean("cancelled"),
                row.getInt("show_revision"),
                handoverUntil(row, startsAt),
                doorsAt,
                doorsAt == null ? startsAt.minus(doorsOpenBefore) : doorsAt,
                titles(row.getString("titles")));
    }

    private Map<String, String> titles(@Nullable String column) {
        return column == null ? Map.of() : json.readValue(column, TITLES);
    }

    private static @Nullable Instant handoverUntil(ResultSet row, Instant startsAt) throws SQLException {
        return row.getBoolean("handover_allowed")
                ? startsAt.minus(Duration.ofHours(row.getInt("handover_ends_hours")))
                : null;
    }
}
