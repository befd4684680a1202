package podo.inventory.block;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatIds;
import podo.outbox.Outbox;

/** Tells the other services how many seats of an event are blocked: these can't be bought, so an event may be sold out without them. */
@Component
public class BlockAnnouncer {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    BlockAnnouncer(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Locks the hall's row, so that changes of one event's blocks come one after the other; before any seat is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(long eventId) {
        jdbc.sql("UPDATE hall SET blocks_revision = blocks_revision + 1 WHERE event_id = ?")
                .param(eventId)
                .update();
    }

    /** @param released seats that are on sale again by this change */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(long eventId, int released) {
        long revision = jdbc.sql("SELECT blocks_revision FROM hall WHERE event_id = ?")
                .param(eventId)
                .query(Long.class)
                .single();
        int blocked = jdbc.sql("SELECT COUNT(*) FROM seat WHERE id BETWEEN ? AND ? AND status = 'B'")
                .params(SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1)
                .query(Integer.class)
                .single();
        outbox.send(new SeatBlocksChanged(eventId, revision, blocked, released));
    }
}
