package podo.reservation.booking.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.booking.handover.Handover.HandedTicket;
import podo.starter.jdbc.Utc;

/**
 * The rows of links. Whoever offers or accepts locks the row of the booking first, as refunds and moves do, so that these happen one after the
 * other; a state leaves OPEN by one conditional UPDATE.
 */
@Repository
class Handovers {

    private static final String SELECT = """
            SELECT h.id, h.booking_id, b.order_id, h.event_id, h.giver_id, h.receiver_id, h.state, h.created_at, h.expires_at, h.ended_at
            FROM handover h JOIN booking b ON b.id = h.booking_id
            """;
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Handovers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void lockBooking(String bookingId) {
        jdbc.sql("SELECT id FROM booking WHERE id = ? FOR UPDATE")
                .param(bookingId)
                .query(String.class)
                .single();
    }

    void insert(Handover handover, HandoverSecret secret) {
        jdbc.sql("""
                INSERT INTO handover (id, secret_hash, booking_id, event_id, giver_id, state, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?)
                """)
                .params(
                        handover.id(),
                        secret.hash(),
                        handover.bookingId(),
                        handover.eventId(),
                        handover.giverId(),
                        Utc.millis(handover.createdAt()),
                        Utc.millis(handover.expiresAt()))
                .update();
        for (HandedTicket ticket : handover.tickets()) {
            jdbc.sql("INSERT INTO handed_ticket (handover_id, ticket_id) VALUES (?, ?)")
                    .params(handover.id(), ticket.ticketId())
                    .update();
        }
    }

    /** Ends the open links of these tickets, because there is a newer one. */
    void replace(Collection<Long> ticketIds) {
        jdbc.sql("""
                UPDATE handover SET state = 'REPLACED', ended_at = :now WHERE state = 'OPEN' AND expires_at > :now
                    AND id IN (SELECT handover_id FROM handed_ticket WHERE ticket_id IN (:tickets))
                """)
                .param("now", Utc.millis(clock.instant()))
                .param("tickets", ticketIds)
                .update();
    }

    /** Whether the link was open until now. */
    boolean withdraw(String id) {
        return jdbc.sql("UPDATE handover SET state = 'WITHDRAWN', ended_at = ? WHERE id = ? AND state = 'OPEN'")
                        .params(Utc.millis(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Ends every open link of the giver. */
    void withdrawAllOf(long giverId) {
        jdbc.sql("UPDATE handover SET state = 'WITHDRAWN', ended_at = ? WHERE giver_id = ? AND state = 'OPEN'")
                .params(Utc.millis(clock.instant()), giverId)
                .update();
    }

    /** Whether the link was open until now; then it is the receiver's. */
    boolean accept(String id, long receiverId) {
        return jdbc.sql("""
                        UPDATE handover SET state = 'ACCEPTED', receiver_id = ?, ended_at = ? WHERE id = ? AND state = 'OPEN'
                        """).params(receiverId, Utc.millis(clock.instant()), id).update() == 1;
    }

    /** Gives the tickets to the receiver. */
    void assign(Collection<Long> ticketIds, long receiverId) {
        jdbc.sql("UPDATE ticket SET fan_id = :receiver WHERE id IN (:tickets)")
                .param("receiver", receiverId)
                .param("tickets", ticketIds)
                .update();
    }

    /** Keeps doors and refunds from the tickets of the link until the transaction ends. */
    void lockTickets(Handover handover) {
        jdbc.sql("SELECT id FROM ticket WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param(
                        "ids",
                        handover.tickets().stream().map(HandedTicket::ticketId).toList())
                .query(Long.class)
                .list();
    }

    /** Whether one of the seats is offered back to those who asked for returned ones. */
    boolean isAnyOfferedBack(Handover handover) {
        return jdbc.sql("SELECT COUNT(*) FROM give_back WHERE open_seat IN (:seats)")
                        .param("seats", handover.seatIds())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Handover> find(String id) {
        return withTickets(jdbc.sql(SELECT + "WHERE h.id = ?")
                        .param(id)
                        .query(Row::read)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Handover> findBySecret(HandoverSecret secret) {
        return withTickets(jdbc.sql(SELECT + "WHERE h.secret_hash = ?")
                        .param(secret.hash())
                        .query(Row::read)
                        .list())
                .stream()
                .findFirst();
    }

    /** What the fan has given or got, newest first. */
    List<Handover> ofFan(long fanId) {
        return withTickets(jdbc.sql(SELECT
                        + "WHERE h.giver_id = :fan OR h.receiver_id = :fan ORDER BY h.created_at DESC LIMIT " + MOST)
                .param("fan", fanId)
                .query(Row::read)
                .list());
    }

    /** Those of a booking that were accepted, in the order in which they were. */
    List<Handover> acceptedOf(String bookingId) {
        return withTickets(
                jdbc.sql(SELECT + "WHERE h.booking_id = ? AND h.state = 'ACCEPTED' ORDER BY h.ended_at, h.id")
                        .param(bookingId)
                        .query(Row::read)
                        .list());
    }

    /** The link may be accepted between the two statements; its tickets are then the receiver's and no worse for that. */
    private List<Handover> withTickets(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<HandedTicket>> tickets = new HashMap<>();
        jdbc.sql("""
                        SELECT x.handover_id, t.id, t.seat_id, s.section, s.seat_row, s.seat_number, s.grade, s.kind,
                               t.valid AND t.used_at IS NULL AND (t.fan_id = h.giver_id OR h.state <> 'OPEN') AS good
                        FROM handed_ticket x
                        JOIN handover h ON h.id = x.handover_id
                        JOIN ticket t ON t.id = x.ticket_id
                        JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        WHERE x.handover_id IN (:ids) ORDER BY t.seat_id
                        """).param("ids", rows.stream().map(Row::id).toList()).query(row -> {
            tickets.computeIfAbsent(row.getString("handover_id"), none -> new ArrayList<>())
                    .add(new HandedTicket(
                            row.getLong("id"),
                            row.getLong("seat_id"),
                            row.getString("section"),
                            row.getString("seat_row"),
                            row.getInt("seat_number"),
                            row.getString("grade"),
                            row.getString("kind"),
                            row.getBoolean("good")));
        });
        return rows.stream()
                .map(row -> row.with(tickets.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private record Row(String id, Handover handover) {

        static Row read(ResultSet row, int n) throws SQLException {
            Instant endedAt = Utc.instantOrNull(row, "ended_at");
            Handover handover = new Handover(
                    row.getString("id"),
                    row.getString("booking_id"),
                    row.getString("order_id"),
                    row.getLong("event_id"),
                    row.getLong("giver_id"),
                    row.getObject("receiver_id", Long.class),
                    HandoverState.valueOf(row.getString("state")),
                    Utc.instant(row, "created_at"),
                    Utc.instant(row, "expires_at"),
                    endedAt,
                    List.of());
            return new Row(handover.id(), handover);
        }

        Handover with(List<HandedTicket> tickets) {
            return new Handover(
                    id,
                    handover.bookingId(),
                    handover.orderId(),
                    handover.eventId(),
                    handover.giverId(),
                    handover.receiverId(),
                    handover.stored(),
                    handover.createdAt(),
                    handover.expiresAt(),
                    handover.endedAt(),
                    tickets);
        }
    }
}
