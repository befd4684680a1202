package podo.inventory.hold.strategy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import podo.inventory.hold.Hold;

/**
 * Reads the seats, checks them and then writes them by JPA. Optimistic: writes only the version that was read, else the attempt is
 * repeated. Pessimistic: locks the rows in the order of their ids and waits up to the session's lock timeout; NOWAIT would
 * refuse a fan whose rival may yet be refused, and SKIP LOCKED suits only interchangeable seats.
 */
class EntityJudge implements Judge {

    private static final String SEATS =
            "SELECT id, status, hold_id, held_until, revision, version FROM seat WHERE id IN (:ids) ORDER BY id";

    private final EntityManager entities;
    private final String query;
    private final Clock clock;

    private EntityJudge(EntityManager entities, String query, Clock clock) {
        this.entities = entities;
        this.query = query;
        this.clock = clock;
    }

    static EntityJudge optimistic(EntityManager entities, Clock clock) {
        return new EntityJudge(entities, SEATS, clock);
    }

    /** Native SQL because MariaDB does not accept the dialect's {@code FOR UPDATE OF}. */
    static EntityJudge pessimistic(EntityManager entities, Clock clock) {
        return new EntityJudge(entities, SEATS + " FOR UPDATE", clock);
    }

    @Override
    public boolean award(Hold hold, int revision) {
        try {
            return readAndWrite(hold, revision);
        } catch (PersistenceException e) {
            var translated = EntityManagerFactoryUtils.convertJpaAccessExceptionIfPossible(e);
            throw translated == null ? e : translated;
        }
    }

    @SuppressWarnings("unchecked")
    private boolean readAndWrite(Hold hold, int revision) {
        List<SeatRow> rows = entities.createNativeQuery(query, SeatRow.class)
                .setParameter("ids", hold.seatIds())
                .getResultList();
        Instant now = clock.instant();
        if (rows.size() < hold.seatIds().size() || !rows.stream().allMatch(row -> row.isFree(revision, now))) {
            return false;
        }
        rows.forEach(row -> row.hold(hold));
        entities.flush();
        return true;
    }
}
