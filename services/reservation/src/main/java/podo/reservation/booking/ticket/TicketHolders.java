package podo.reservation.booking.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.HolderTold;
import podo.outbox.Outbox;
import podo.starter.jdbc.Utc;

/** Tells those who hold tickets that somebody else paid what becomes of them, in the transaction in which it happens. */
@Component
public class TicketHolders {

    private record Holder(String orderId, long eventId, long fanId) {}

    private record Held(Holder holder, long seatId) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;

    TicketHolders(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** When the fan got each ticket that somebody handed over, by the ticket's id; the last time where it came twice. */
    Map<Long, Instant> receivedAt(long fanId) {
        Map<Long, Instant> received = new HashMap<>();
        jdbc.sql("""
                        SELECT x.ticket_id, MAX(h.ended_at) AS at FROM handover h JOIN handed_ticket x ON x.handover_id = h.id
                        WHERE h.receiver_id = ? AND h.state = 'ACCEPTED' GROUP BY x.ticket_id
                        """).param(fanId).query(row -> {
            received.put(row.getLong(1), Utc.instant(row, "at"));
        });
        return received;
    }

    public void tellOfEnd(String cancellationId, String bookingId, Collection<Long> seatIds) {
        tell(cancellationId, bookingId, seatIds, HeldTicketsChanged.Cause.ENDED);
    }

    /** @param seatIds the new seats */
    public void tellOfMove(String moveId, String bookingId, Collection<Long> seatIds) {
        tell(moveId, bookingId, seatIds, HeldTicketsChanged.Cause.MOVED);
    }

    /** Of a change of the show; once for each order of which somebody has tickets. */
    public void tellOfChange(long changeId, Collection<String> bookingIds) {
        if (bookingIds.isEmpty()) {
            return;
        }
        Map<Holder, List<Long>> seats = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT b.order_id, b.event_id, t.fan_id, t.seat_id FROM ticket t JOIN booking b ON b.id = t.booking_id
                        WHERE t.booking_id IN (:bookings) AND t.valid AND t.fan_id <> b.fan_id ORDER BY t.id
                        """)
                .param("bookings", bookingIds)
                .query(TicketHolders::read)
                .list()
                .forEach(held -> seats.computeIfAbsent(held.holder(), none -> new ArrayList<>())
                        .add(held.seatId()));
        seats.forEach((holder, ids) -> outbox.send(
                new HolderTold(changeId, holder.orderId(), holder.eventId(), holder.fanId(), List.copyOf(ids))));
    }

    private void tell(String changeId, String bookingId, Collection<Long> seatIds, HeldTicketsChanged.Cause cause) {
        if (seatIds.isEmpty()) {
            return;
        }
        Map<Long, List<Held>> byHolder = new TreeMap<>();
        jdbc.sql("""
                        SELECT b.order_id, b.event_id, t.fan_id, t.seat_id FROM ticket t JOIN booking b ON b.id = t.booking_id
                        WHERE t.booking_id = :booking AND t.seat_id IN (:seats) AND t.valid AND t.fan_id <> b.fan_id
                        """)
                .param("booking", bookingId)
                .param("seats", seatIds)
                .query(TicketHolders::read)
                .list()
                .forEach(held -> byHolder.computeIfAbsent(held.holder().fanId(), none -> new ArrayList<>())
                        .add(held));
        byHolder.values().forEach(held -> outbox.send(message(changeId, held, cause)));
    }

    private static Held read(ResultSet row, int n) throws SQLException {
        return new Held(new Holder(row.getString(1), row.getLong(2), row.getLong(3)), row.getLong(4));
    }

    private static HeldTicketsChanged message(String changeId, List<Held> held, HeldTicketsChanged.Cause cause) {
        Holder holder = held.getFirst().holder();
        return new HeldTicketsChanged(
                changeId,
                holder.orderId(),
                holder.eventId(),
                holder.fanId(),
                held.stream().map(Held::seatId).sorted().toList(),
                cause);
    }
}
