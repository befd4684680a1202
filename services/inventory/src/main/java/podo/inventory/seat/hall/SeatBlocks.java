package podo.inventory.seat.hall;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.contracts.team.TeamActionDone;
import podo.inventory.block.BlockAnnouncer;
import podo.inventory.seat.Hall;
import podo.inventory.seat.SaleEnds;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.inventory.seat.SeatHistory.Hand;
import podo.inventory.seat.StatementPadding;
import podo.outbox.Outbox;

/** Blocks and unblocks seats for an organiser, and all unsold seats of a cancelled event. */
@Component
class SeatBlocks {

    private static final int MOST_LABELS = 20;

    private final JdbcClient jdbc;
    private final HallUpdates hallUpdates;
    private final SeatHistory history;
    private final BlockAnnouncer announcer;
    private final ApplicationEventPublisher applicationEvents;
    private final Outbox outbox;
    private final Clock clock;

    SeatBlocks(
            JdbcClient jdbc,
            HallUpdates hallUpdates,
            SeatHistory history,
            BlockAnnouncer announcer,
            ApplicationEventPublisher applicationEvents,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.hallUpdates = hallUpdates;
        this.history = history;
        this.announcer = announcer;
        this.applicationEvents = applicationEvents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Blocks or unblocks seats for a member of the event's team, and tells the log. Returns what has changed. */
    @Transactional
    public List<SeatChange> set(Hall hall, Collection<Long> seatIds, boolean blocked, long memberId) {
        List<SeatChange> changes =
                blocked ? block(hall.eventId(), seatIds, memberId) : unblock(hall.eventId(), seatIds, memberId);
        if (!changes.isEmpty()) {
            outbox.send(new TeamActionDone(
                    "inventory",
                    UUID.randomUUID().toString(),
                    hall.organiserId(),
                    hall.eventId(),
                    memberId,
                    blocked ? "SEATS_BLOCKED" : "SEATS_UNBLOCKED",
                    Map.of("count", Integer.toString(changes.size()), "seats", labels(hall, changes)),
                    clock.instant()));
        }
        return changes;
    }

    /** As many as a line of the log takes; {@code count} says how many there are. */
    private static String labels(Hall hall, List<SeatChange> changes) {
        return changes.stream()
                .limit(MOST_LABELS)
                .flatMap(change -> hall.seat(change.seatId()).stream())
                .map(seat -> seat.section() + " " + seat.row() + "-" + seat.number())
                .collect(Collectors.joining(", "));
    }

    /** Blocks those of the seats that are free, and returns their changes. */
    @Transactional
    public List<SeatChange> block(long eventId, Collection<Long> seatIds, long organiserId) {
        announcer.begin(eventId);
        List<Long> blocked = blockFree(seatIds);
        history.record(Cause.BLOCKED, organiserId, null, blocked);
        announcer.announce(eventId, 0);
        return SeatChange.all(blocked, SeatState.BLOCKED, null);
    }

    @Transactional
    public List<SeatChange> unblock(long eventId, Collection<Long> seatIds, long organiserId) {
        announcer.begin(eventId);
        List<Long> freed = unblockBlocked(seatIds);
        history.record(Cause.UNBLOCKED, organiserId, null, freed);
        announcer.announce(eventId, freed.size());
        return SeatChange.all(freed, SeatState.AVAILABLE, SeatChangePublisher.FOR_GOOD);
    }

    /** Blocks all unsold seats of a cancelled event, takes back its places and ends its holds; false when that was done before. */
    @Transactional
    public boolean blockCancelled(long eventId) {
        if (!hallUpdates.cancel(eventId)) {
            return false;
        }
        applicationEvents.publishEvent(new SaleEnds.ByCancellation(eventId));
        history.recordAll(Cause.BLOCKED, blockUnsold(eventId));
        applicationEvents.publishEvent(new SaleEnds(eventId, clock.instant()));
        return true;
    }

    private List<Long> blockFree(Collection<Long> seatIds) {
        List<Long> free = lock(seatIds, "(status = 'A' OR (status = 'H' AND held_until <= UTC_TIMESTAMP(3)))");
        return setStatus(free, 'B');
    }

    private List<Long> unblockBlocked(Collection<Long> seatIds) {
        return setStatus(lock(seatIds, "status = 'B'"), 'A');
    }

    /** Blocks all seats that are not sold; returns them with the live holds that they were taken from. */
    private List<Hand> blockUnsold(long eventId) {
        List<Long> range = List.of(SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1);
        List<Hand> unsold = jdbc.sql("""
                        SELECT id, IF(held_until > UTC_TIMESTAMP(3), hold_id, NULL) FROM seat
                        WHERE id BETWEEN ? AND ? AND status IN ('A', 'H') ORDER BY id FOR UPDATE
                        """)
                .params(range)
                .query((row, n) -> new Hand(row.getLong(1), 0, row.getString(2)))
                .list();
        jdbc.sql("""
                        UPDATE seat SET status = 'B', hold_id = NULL, held_until = NULL, version = version + 1
                        WHERE id BETWEEN ? AND ? AND status IN ('A', 'H')
                        """).params(range).update();
        return unsold;
    }

    private List<Long> lock(Collection<Long> seatIds, String condition) {
        return jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) AND " + condition + " ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private List<Long> setStatus(List<Long> seatIds, char status) {
        if (!seatIds.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = :status, hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """)
                    .param("status", String.valueOf(status))
                    .param("ids", StatementPadding.padded(seatIds))
                    .update();
        }
        return seatIds;
    }
}
