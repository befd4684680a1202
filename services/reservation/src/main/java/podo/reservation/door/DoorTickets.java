package podo.reservation.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.hands.SeatsLeaving;
import podo.starter.jdbc.Utc;

/** Tickets at the door. One conditional UPDATE decides who is let in, so two gates at once let one in. */
@Repository
class DoorTickets {

    private static final String SELECT = """
            SELECT t.id, b.event_id, b.order_id, t.seat_id, s.section, s.seat_row, s.seat_number, s.grade, s.kind, s.proof, s.place, s.view_note,
                   t.name, COALESCE(a.name, '') AS holder, t.code, t.generation, t.valid, t.used_at, t.used_gate, t.check_in_id
            FROM ticket t
            JOIN booking b ON b.id = t.booking_id
            JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
            LEFT JOIN known_account a ON a.id = t.fan_id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DoorTickets(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Optional<DoorTicket> find(long id) {
        return jdbc.sql(SELECT + "WHERE t.id = ?")
                .param(id)
                .query(DoorTickets::read)
                .optional();
    }

    Optional<DoorTicket> findByShortCode(String code) {
        return jdbc.sql(SELECT + "WHERE t.code = ?")
                .param(code)
                .query(DoorTickets::read)
                .optional();
    }

    /** The ticket that had this code in an earlier generation. */
    Optional<DoorTicket> findByFormerCode(String code) {
        return jdbc.sql(SELECT + "JOIN former_ticket_code f ON f.ticket_id = t.id WHERE f.code = ?")
                .param(code)
                .query(DoorTickets::read)
                .optional();
    }

    List<DoorTicket> findAll(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE t.id IN (:ids)")
                        .param("ids", ids)
                        .query(DoorTickets::read)
                        .list();
    }

    /**
     * @param generations of all tickets, added up: rises when one is given back, moved or handed over
     * @param names how often names on tickets were changed
     */
    record Standing(long tickets, long valid, long generations, long names) {}

    Standing standing(long eventId) {
        return jdbc.sql("""
                        SELECT COUNT(*), COALESCE(SUM(t.valid), 0), COALESCE(SUM(t.generation), 0), COALESCE(SUM(t.names_given), 0)
                        FROM ticket t JOIN booking b ON b.id = t.booking_id WHERE b.event_id = ?
                        """)
                .param(eventId)
                .query((row, n) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** All tickets of the event, also those that let nobody in any more, by id. */
    List<DoorTicket> listOfEvent(long eventId) {
        return jdbc.sql(SELECT + "WHERE b.event_id = ? ORDER BY t.id")
                .param(eventId)
                .query(DoorTickets::read)
                .list();
    }

    /** Whether the ticket lets its bearer in now; afterwards it lets in nobody else. */
    boolean use(DoorTicket ticket, String checkInId, String gate, Instant at) {
        return jdbc.sql("""
                        UPDATE ticket SET used_at = ?, used_gate = ?, check_in_id = ?
                        WHERE id = ? AND valid AND generation = ? AND used_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM give_back g WHERE g.open_seat = ticket.seat_id)
                        """)
                        .params(Utc.millis(at), gate, checkInId, ticket.id(), ticket.generation())
                        .update()
                == 1;
    }

    /** Whether its fan offers the seat back, which ends before the ticket lets in. */
    boolean isOfferedBack(DoorTicket ticket) {
        return jdbc.sql("SELECT COUNT(*) FROM give_back WHERE open_seat = ?")
                        .param(ticket.seat().id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Outside a transaction: the inventory is asked whether somebody has bought the seat; then the ticket has ended. */
    void endOffer(long seatId) {
        events.publishEvent(new SeatsLeaving(List.of(seatId), SeatsLeaving.Cause.CHECKED_IN));
    }

    /** Undoes {@link #use}; false when another check-in let somebody in since, or it is undone already. */
    boolean release(long id, String checkInId) {
        return jdbc.sql("""
                UPDATE ticket SET used_at = NULL, used_gate = NULL, check_in_id = NULL WHERE id = ? AND check_in_id = ?
                """).params(id, checkInId).update() > 0;
    }

    private static DoorTicket read(ResultSet row, int n) throws SQLException {
        return new DoorTicket(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("order_id"),
                new DoorTicket.Seat(
                        row.getLong("seat_id"),
                        row.getString("section"),
                        row.getString("seat_row"),
                        row.getInt("seat_number"),
                        row.getString("grade"),
                        row.getString("kind"),
                        row.getString("proof"),
                        SeatTraits.named(row.getString("place"), row.getString("view_note"))),
                row.getString("name"),
                row.getString("holder"),
                row.getString("code"),
                row.getInt("generation"),
                row.getBoolean("valid"),
                Utc.instantOrNull(row, "used_at"),
                row.getString("used_gate"),
                row.getString("check_in_id"));
    }
}
