package podo.event.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kept forms of organisers, in the table {@code event_sketch}; another's does not exist. */
@Repository
class KeptForms {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "SELECT id, venue_id, event_id, fields, saved_at FROM event_sketch ";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    List<KeptForm> findAll(long organiserId) {
        return jdbc.sql(SELECT + "WHERE organiser_id = ? ORDER BY saved_at DESC, id DESC")
                .param(organiserId)
                .query(KeptForms::read)
                .list();
    }

    Optional<KeptForm> find(long organiserId, long id) {
        return jdbc.sql(SELECT + "WHERE organiser_id = ? AND id = ?")
                .params(organiserId, id)
                .query(KeptForms::read)
                .optional();
    }

    int count(long organiserId) {
        return jdbc.sql("SELECT COUNT(*) FROM event_sketch WHERE organiser_id = ?")
                .param(organiserId)
                .query(Integer.class)
                .single();
    }

    long insert(long organiserId, KeptFormRequest keptForm) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        filled("""
                        INSERT INTO event_sketch (organiser_id, venue_id, event_id, fields, saved_at)
                        VALUES (:organiser, :venue, :event, :fields, :now)
                        """, organiserId, keptForm).update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** False when the organiser has no such kept form. */
    boolean replace(long organiserId, long id, KeptFormRequest keptForm) {
        return filled("""
                                UPDATE event_sketch SET venue_id = :venue, event_id = :event, fields = :fields, saved_at = :now
                                WHERE organiser_id = :organiser AND id = :id
                                """, organiserId, keptForm).param("id", id).update() == 1;
    }

    private JdbcClient.StatementSpec filled(String sql, long organiserId, KeptFormRequest keptForm) {
        return jdbc.sql(sql)
                .param("organiser", organiserId)
                .param("venue", keptForm.venueId())
                .param("event", keptForm.eventId())
                .param("fields", JSON.writeValueAsString(keptForm.fields()))
                .param("now", Utc.column(clock.instant()));
    }

    void delete(long organiserId, long id) {
        jdbc.sql("DELETE FROM event_sketch WHERE organiser_id = ? AND id = ?")
                .params(organiserId, id)
                .update();
    }

    private static KeptForm read(ResultSet row, int number) throws SQLException {
        Long eventId = row.getObject("event_id", Long.class);
        return new KeptForm(
                row.getLong("id"),
                row.getLong("venue_id"),
                eventId,
                JSON.readValue(row.getString("fields"), new TypeReference<>() {}),
                Utc.instant(row, "saved_at"));
    }
}
