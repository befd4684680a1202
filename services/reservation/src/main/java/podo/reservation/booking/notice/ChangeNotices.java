package podo.reservation.booking.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.reservation.BuyerTold;
import podo.outbox.Outbox;
import podo.reservation.booking.ticket.TicketHolders;
import podo.reservation.show.ShowChanges;
import podo.starter.jdbc.Utc;

/**
 * Who was told of which change. A part of the buyers is told in each transaction, with those to whom they handed tickets: the rows and the
 * messages that become the mails are committed together, and a row that is there is not told again.
 */
@Repository
public class ChangeNotices {

    /** A change that was told, and when. */
    public record Told(long changeId, Instant at) {}

    private record Buyer(String bookingId, String orderId) {}

    private record Change(long id, long eventId, Instant at) {}

    private static final int PART = 200;

    /** A payment whose outcome is unknown for longer is settled by hand. */
    private static final Duration WATCHED = Duration.ofDays(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TicketHolders holders;
    private final Clock clock;

    ChangeNotices(JdbcClient jdbc, Outbox outbox, TicketHolders holders, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.holders = holders;
        this.clock = clock;
    }

    List<Long> findDue() {
        return jdbc.sql("SELECT id FROM show_change WHERE look_at <= ? ORDER BY look_at LIMIT 20")
                .param(Utc.column(clock.instant()))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /**
     * Tells the next buyers.
     *
     * @param after the booking that the part begins after; "" for the first
     * @return the last booking of the part; empty when there was none left, and the next look is set
     */
    @Transactional
    public Optional<String> tellPart(long changeId, String after) {
        Instant now = clock.instant();
        Change change = lockDue(changeId, now).orElse(null);
        if (change == null) {
            return Optional.empty(); // another instance has finished it
        }
        jdbc.sql("UPDATE show_change SET told = TRUE WHERE id = ?")
                .param(changeId)
                .update();
        List<Buyer> buyers = findUntold(change, after);
        buyers.forEach(buyer -> tell(change, buyer, now));
        holders.tellOfChange(changeId, buyers.stream().map(Buyer::bookingId).toList());
        if (buyers.isEmpty()) {
            setNextLook(change, now);
        }
        return buyers.isEmpty()
                ? Optional.empty()
                : Optional.of(buyers.getLast().bookingId());
    }

    /** What the buyer of a booking was told, oldest first. */
    public List<Told> ofBooking(String bookingId) {
        return jdbc.sql("SELECT change_id, told_at FROM change_notice WHERE booking_id = ? ORDER BY told_at, change_id")
                .param(bookingId)
                .query((row, n) -> new Told(row.getLong("change_id"), Utc.instant(row, "told_at")))
                .list();
    }

    private Optional<Change> lockDue(long changeId, Instant now) {
        return jdbc.sql("SELECT id, event_id, changed_at FROM show_change WHERE id = ? AND look_at <= ? FOR UPDATE")
                .params(changeId, Utc.column(now))
                .query((row, n) ->
                        new Change(row.getLong("id"), row.getLong("event_id"), Utc.instant(row, "changed_at")))
                .optional();
    }

    private List<Buyer> findUntold(Change change, String after) {
        return jdbc.sql("""
                SELECT b.id, b.order_id FROM booking b
                LEFT JOIN change_notice n ON n.change_id = :change AND n.booking_id = b.id
                WHERE b.event_id = :event AND b.state = 'CONFIRMED' AND b.created_at < :before AND n.booking_id IS NULL AND b.id > :after
                ORDER BY b.id LIMIT :part
                """)
                .param("change", change.id())
                .param("event", change.eventId())
                .param("before", Utc.column(ShowChanges.bookedBefore(change.at())))
                .param("after", after)
                .param("part", PART)
                .query((row, n) -> new Buyer(row.getString("id"), row.getString("order_id")))
                .list();
    }

    private void tell(Change change, Buyer buyer, Instant now) {
        jdbc.sql("INSERT INTO change_notice (change_id, booking_id, told_at) VALUES (?, ?, ?)")
                .params(change.id(), buyer.bookingId(), Utc.column(now))
                .update();
        outbox.send(new BuyerTold(change.id(), buyer.orderId(), buyer.bookingId(), change.eventId()));
    }

    /** Bookings from before the change may be confirmed after it: the looks get rarer as that gets less likely. */
    private void setNextLook(Change change, Instant now) {
        Duration age = Duration.between(change.at(), now);
        Duration pause = clamp(age.dividedBy(10));
        jdbc.sql("UPDATE show_change SET look_at = :at WHERE id = :id")
                .param("at", age.compareTo(WATCHED) > 0 ? null : Utc.column(now.plus(pause)))
                .param("id", change.id())
                .update();
    }

    private static Duration clamp(Duration pause) {
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
