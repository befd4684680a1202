package podo.reservation.show;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.ShowChange;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/** Changes of shows that buyers are told of, from the messages of the event service. A repeated message is known by the show's revision. */
@Repository
public class ShowChanges {

    /** Whoever booked within this time after a change may have read what was before. */
    private static final Duration READ_BEFORE = Duration.ofMinutes(5);

    /** Of a {@link ToldChange}. */
    private static final String COLUMNS = "id, changed_at, fields, note, free_until ";

    private record Stored(int revision, boolean told, ToldChange change) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ChangeSettings settings;
    private final Clock clock;

    ShowChanges(JdbcClient jdbc, JsonMapper json, ChangeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** A change that follows one of which nobody was told yet becomes one with it; when it takes it back, nobody is told of either. */
    @Transactional
    void record(long eventId, int revision, @Nullable ShowChange change) {
        if (change == null) {
            return;
        }
        Optional<Stored> last = lockLast(eventId);
        if (last.filter(stored -> stored.revision() >= revision).isPresent()) {
            return;
        }
        if (last.isPresent() && !last.get().told()) {
            update(revision, last.get().change().followedBy(change));
        } else {
            insert(eventId, revision, change);
        }
    }

    /** Changes of each event that whoever has booked at some time may want to read, oldest first. */
    public Map<Long, List<ToldChange>> findAll(Collection<Long> eventIds) {
        if (eventIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT event_id, " + COLUMNS + "FROM show_change WHERE event_id IN (:ids) ORDER BY id")
                .param("ids", eventIds)
                .query((row, n) -> Map.entry(row.getLong("event_id"), read(row)))
                .list()
                .stream()
                .filter(change -> !change.getValue().isEmpty())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Whether somebody who booked then may have read what was before the change. */
    public static boolean concerns(ToldChange change, Instant bookedAt) {
        return bookedAt.isBefore(bookedBefore(change.at()));
    }

    /** Bookings from before this time are told of a change. */
    public static Instant bookedBefore(Instant changedAt) {
        return changedAt.plus(READ_BEFORE);
    }

    /** Until when a booking of this age can be cancelled without a fee; empty when it is not, or not any more. */
    public Optional<Instant> freeUntil(long eventId, Instant bookedAt, Instant now) {
        return jdbc
                .sql("SELECT " + COLUMNS + "FROM show_change WHERE event_id = ? AND free_until > ?")
                .params(eventId, Utc.column(now))
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(change -> concerns(change, bookedAt))
                .map(ToldChange::freeUntil)
                .max(Instant::compareTo);
    }

    private Optional<Stored> lockLast(long eventId) {
        return jdbc.sql("SELECT revision, told, " + COLUMNS
                        + "FROM show_change WHERE event_id = ? ORDER BY id DESC LIMIT 1 FOR UPDATE")
                .param(eventId)
                .query((row, n) -> new Stored(row.getInt("revision"), row.getBoolean("told"), read(row)))
                .optional();
    }

    private void insert(long eventId, int revision, ShowChange change) {
        jdbc.sql("""
                INSERT INTO show_change (event_id, revision, changed_at, fields, note, free_until, look_at)
                VALUES (:event, :revision, :at, :fields, :note, :freeUntil, :lookAt)
                """)
                .param("event", eventId)
                .param("lookAt", Utc.column(clock.instant().plus(settings.tellAfter())))
                .params(columns(revision, ToldChange.of(0, change)))
                .update();
    }

    private void update(int revision, ToldChange merged) {
        jdbc.sql("""
                UPDATE show_change SET revision = :revision, changed_at = :at, fields = :fields, note = :note, free_until = :freeUntil,
                    look_at = IF(:nothing, NULL, COALESCE(look_at, :lookAt))
                WHERE id = :id
                """)
                .param("id", merged.id())
                .param("nothing", merged.isEmpty())
                .param("lookAt", Utc.column(clock.instant().plus(settings.tellAfter())))
                .params(columns(revision, merged))
                .update();
    }

    private Map<String, @Nullable Object> columns(int revision, ToldChange change) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("revision", revision);
        columns.put("at", Utc.column(change.at()));
        columns.put("fields", json.writeValueAsString(change.fields()));
        columns.put("note", change.note());
        columns.put("freeUntil", change.freeUntil() == null ? null : Utc.column(change.freeUntil()));
        return columns;
    }

    private ToldChange read(ResultSet row) throws SQLException {
        return new ToldChange(
                row.getLong("id"),
                Utc.instant(row, "changed_at"),
                Arrays.asList(json.readValue(row.getString("fields"), ShowChange.Field[].class)),
                row.getString("note"),
                Utc.instantOrNull(row, "free_until"));
    }
}
