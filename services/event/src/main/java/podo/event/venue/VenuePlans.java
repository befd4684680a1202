package podo.event.venue;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.event.plan.SeatingPlan;
import podo.event.plan.SketchedPlan;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of each venue's plan, only ever added to. A venue that was created before plans could be drawn has its first version
 * in its outline, from which it is stored when the second one comes.
 */
@Repository
class VenuePlans {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    VenuePlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(long venueId, int version, SeatingPlan plan) {
        jdbc.sql("INSERT INTO venue_plan (venue_id, version, plan, created_at) VALUES (?, ?, ?, ?)")
                .params(venueId, version, JSON.writeValueAsString(plan), Utc.column(clock.instant()))
                .update();
    }

    /** Empty when the venue never had this version. */
    Optional<SeatingPlan> find(Venue venue, int version) {
        return findStored(venue, version)
                .map(stored -> JSON.readValue(stored, SeatingPlan.class))
                .or(() -> ofOutline(venue, version));
    }

    /** The same as JSON that begins with the version: 50,000 seats are copied, not read and written again. */
    Optional<String> findJson(Venue venue, int version) {
        return findStored(venue, version)
                .or(() -> ofOutline(venue, version).map(JSON::writeValueAsString))
                .map(stored -> "{\"version\":" + version + "," + stored.substring(1));
    }

    private Optional<String> findStored(Venue venue, int version) {
        return jdbc.sql("SELECT plan FROM venue_plan WHERE venue_id = ? AND version = ?")
                .params(venue.id(), version)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    private static Optional<SeatingPlan> ofOutline(Venue venue, int version) {
        return version == 1 && venue.planVersion() == 1
                ? Optional.of(SketchedPlan.ofSections(venue.outline()))
                : Optional.empty();
    }

    /** Stores the newest version where it is only an outline. */
    void keep(Venue venue) {
        if (venue.planVersion() == 1
                && jdbc.sql("SELECT COUNT(*) FROM venue_plan WHERE venue_id = ?")
                                .param(venue.id())
                                .query(Integer.class)
                                .single()
                        == 0) {
            insert(venue.id(), 1, SketchedPlan.ofSections(venue.outline()));
        }
    }
}
