package podo.event.show.change;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/** The changes that are not decided yet, at most one per event. */
@Repository
public class ProposedChanges {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposedChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(ProposedChange change) {
        jdbc.sql("INSERT INTO proposed_change (event_id, revision, proposal, proposed_at) VALUES (?, ?, ?, ?)")
                .params(
                        change.eventId(),
                        change.revision(),
                        JSON.writeValueAsString(change),
                        Utc.column(clock.instant()))
                .update();
    }

    public Optional<ProposedChange> find(long eventId) {
        return jdbc.sql("SELECT proposal FROM proposed_change WHERE event_id = ?")
                .param(eventId)
                .query((row, n) -> read(row.getString(1)))
                .optional();
    }

    public List<ProposedChange> findOlderThan(Duration age) {
        return jdbc.sql("SELECT proposal FROM proposed_change WHERE proposed_at < ? ORDER BY proposed_at LIMIT 20")
                .param(Utc.column(clock.instant().minus(age)))
                .query((row, n) -> read(row.getString(1)))
                .list();
    }

    /** False when another instance has decided the change. */
    public boolean delete(ProposedChange change) {
        return jdbc.sql("DELETE FROM proposed_change WHERE event_id = ? AND revision = ?")
                        .params(change.eventId(), change.revision())
                        .update()
                == 1;
    }

    private static ProposedChange read(String proposal) {
        return JSON.readValue(proposal, ProposedChange.class);
    }
}
