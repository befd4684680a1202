package podo.inventory.hold;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/**
 * Reads the seats, looks at them and then writes. Optimistic: written only in the version that was read, else the whole
 * try is repeated. Pessimistic: the rows are locked in the order of their ids, and waited for as long as the session
 * allows; NOWAIT would refuse a fan whose rival may yet be refused, and SKIP LOCKED is for seats that are alike.
 */
class EntityJudge implements Judge {

    private static final String SEATS = "SELECT * FROM seat WHERE id IN (:ids) ORDER BY id";

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

    /** In SQL because the dialect's {@code FOR UPDATE OF} is not MariaDB's. */
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
        rows.forEach(row -> row.give(hold));
        entities.flush();
        return true;
    }
}
