package podo.reservation.booking.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.outbox.Outbox;
import podo.reservation.booking.ticket.TicketHolders;
import podo.reservation.booking.ticket.Tickets;
import podo.starter.jdbc.Utc;

/**
 * The exchanges of seats. The inventory decides one; booking and tickets follow, whether the answer or the message is read first, with the row
 * of the booking locked. A seat keeps its state and its price, so a refund that is on its way goes on for the new seat.
 */
@Repository
public class SeatMoves {

    private record Owner(String bookingId, long fanId, long eventId) {}

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final TicketHolders holders;
    private final Outbox outbox;
    private final Clock clock;

    SeatMoves(JdbcClient jdbc, Tickets tickets, TicketHolders holders, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.holders = holders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A repeat changes nothing. Has the tickets sent to their owner. */
    @Transactional
    public void apply(SeatsMoved message) {
        jdbc.sql("SELECT id, fan_id, event_id FROM booking WHERE order_id = ? FOR UPDATE")
                .param(message.orderId())
                .query((row, n) -> new Owner(row.getString("id"), row.getLong("fan_id"), row.getLong("event_id")))
                .optional()
                .ifPresent(owner -> apply(message, owner));
    }

    private void apply(SeatsMoved message, Owner owner) {
        int applied = 0;
        for (SeatsMoved.Move move : message.moves()) {
            if (insertIfAbsent(message.moveId(), owner.bookingId(), move)) {
                exchange(owner.bookingId(), move);
                applied++;
            }
        }
        if (applied > 0) {
            jdbc.sql("UPDATE booking SET version = version + 1 WHERE id = ?")
                    .param(owner.bookingId())
                    .update();
            holders.tellOfMove(
                    message.moveId(),
                    owner.bookingId(),
                    message.moves().stream().map(SeatsMoved.Move::to).toList());
            outbox.send(new TicketsRequestedAgain(
                    message.moveId(),
                    message.orderId(),
                    owner.bookingId(),
                    owner.eventId(),
                    owner.fanId(),
                    TicketsRequestedAgain.Cause.MOVED));
        }
    }

    private boolean insertIfAbsent(String moveId, String bookingId, SeatsMoved.Move move) {
        return jdbc.sql("""
                                INSERT IGNORE INTO moved_seat (booking_id, move_id, from_seat, to_seat, moved_at,
                                    from_section, from_row, from_number, to_section, to_row, to_number)
                                SELECT :booking, :move, :from, :to, :now,
                                    s.section, s.seat_row, s.seat_number, :section, :row, :number
                                FROM (SELECT 1) one LEFT JOIN booked_seat s ON s.booking_id = :booking AND s.seat_id = :from
                                """)
                        .param("booking", bookingId)
                        .param("move", moveId)
                        .param("from", move.from())
                        .param("to", move.to())
                        .param("now", Utc.millis(clock.instant()))
                        .param("section", move.section())
                        .param("row", move.row())
                        .param("number", move.number())
                        .update()
                == 1;
    }

    private void exchange(String bookingId, SeatsMoved.Move move) {
        SeatTraits traits = move.traits();
        jdbc.sql("""
                        UPDATE booked_seat SET seat_id = :to, section = :section, seat_row = :row, seat_number = :number,
                            paid_grade = COALESCE(paid_grade, grade), grade = :grade, place = :place, view_note = :view
                        WHERE booking_id = :booking AND seat_id = :from
                        """)
                .param("to", move.to())
                .param("section", move.section())
                .param("row", move.row())
                .param("number", move.number())
                .param("grade", move.grade())
                .param(
                        "place",
                        traits == null || traits.place() == null
                                ? null
                                : traits.place().name())
                .param("view", traits == null ? null : traits.view())
                .param("booking", bookingId)
                .param("from", move.from())
                .update();
        tickets.move(bookingId, move.from(), move.to());
    }

    /** The moves of the booking, oldest first, as far as it is known where their seats were. */
    public List<MovedSeat> ofBooking(String bookingId) {
        return jdbc.sql("""
                        SELECT move_id, from_seat, from_section, from_row, from_number, to_seat, to_section, to_row, to_number
                        FROM moved_seat WHERE booking_id = ? AND from_section IS NOT NULL ORDER BY id
                        """)
                .param(bookingId)
                .query((row, n) -> new MovedSeat(row.getString("move_id"), place(row, "from"), place(row, "to")))
                .list();
    }

    private static MovedSeat.Place place(ResultSet row, String side) throws SQLException {
        return new MovedSeat.Place(
                row.getLong(side + "_seat"),
                row.getString(side + "_section"),
                row.getString(side + "_row"),
                row.getInt(side + "_number"));
    }

    /** The seats that the booking has now in place of these; one that it still has stands for itself. */
    public List<Long> current(String bookingId, List<Long> seatIds) {
        record Step(long from, long to) {}
        List<Step> steps = jdbc.sql("SELECT from_seat, to_seat FROM moved_seat WHERE booking_id = ? ORDER BY id")
                .param(bookingId)
                .query((row, n) -> new Step(row.getLong(1), row.getLong(2)))
                .list();
        if (steps.isEmpty()) {
            return seatIds;
        }
        Set<Long> had = new HashSet<>(jdbc.sql("SELECT seat_id FROM booked_seat WHERE booking_id = ?")
                .param(bookingId)
                .query((row, n) -> row.getLong(1))
                .list());
        Map<Long, Long> now = new HashMap<>();
        for (Step step : steps) {
            now.replaceAll((first, last) -> last == step.from() ? Long.valueOf(step.to()) : last);
            now.putIfAbsent(step.from(), step.to());
        }
        return seatIds.stream()
                .map(id -> had.contains(id) ? id : now.getOrDefault(id, id))
                .toList();
    }
}
