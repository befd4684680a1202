package podo.reservation.booking.giveback;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.booking.giveback.store.GiveBack;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.refund.CancelledBooking;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.booking.ticket.Tickets;

/** The giver's side in the tables of bookings: which seats can be offered back, and their end when they are sold. The booking's row is locked. */
@Repository
class PaidSeats {

    private static final String REASON = "sold to a fan who had asked for returned seats";

    private record Owner(String orderId, String holdId, long eventId, long fanId, boolean isConfirmed) {}

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Cancellations cancellations;
    private final Clock clock;

    PaidSeats(JdbcClient jdbc, Tickets tickets, Cancellations cancellations, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    /** Whether the fan has a booking with this id. */
    boolean isOwn(String bookingId, long fanId) {
        return lock(bookingId).filter(owner -> owner.fanId() == fanId).isPresent();
    }

    boolean hasSeats(String bookingId, Collection<Long> seatIds) {
        return jdbc.sql("SELECT COUNT(*) FROM booked_seat WHERE booking_id = :booking AND seat_id IN (:seats)")
                        .param("booking", bookingId)
                        .param("seats", seatIds)
                        .query(Integer.class)
                        .single()
                == seatIds.size();
    }

    /**
     * Those of the seats that are paid and kept, with a ticket of the fan's own that has let nobody in. Locks them. Not one for which a code left less than
     * card companies take: the next fan could not pay it.
     */
    List<GiveBack> findOfferable(String bookingId, long fanId, Collection<Long> seatIds) {
        Owner owner = lock(bookingId)
                .filter(found -> found.fanId() == fanId && found.isConfirmed())
                .orElse(null);
        if (owner == null) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT s.seat_id, s.price FROM booked_seat s
                        JOIN ticket t ON t.booking_id = s.booking_id AND t.seat_id = s.seat_id
                        WHERE s.booking_id = :booking AND s.seat_id IN (:seats) AND s.state = 'BOOKED'
                          AND (s.price = 0 OR s.price >= 100) AND t.valid AND t.used_at IS NULL AND t.fan_id = :fan
                        ORDER BY s.seat_id FOR UPDATE
                        """)
                .param("booking", bookingId)
                .param("seats", seatIds)
                .param("fan", fanId)
                .query((row, n) -> new GiveBack(
                        UUID.randomUUID().toString(),
                        bookingId,
                        owner.orderId(),
                        owner.holdId(),
                        owner.eventId(),
                        fanId,
                        row.getLong("seat_id"),
                        row.getLong("price"),
                        clock.instant(),
                        null,
                        null,
                        null,
                        0))
                .list();
    }

    private Optional<Owner> lock(String bookingId) {
        return jdbc.sql("SELECT order_id, hold_id, event_id, fan_id, state FROM booking WHERE id = ? FOR UPDATE")
                .param(bookingId)
                .query((row, n) -> new Owner(
                        row.getString("order_id"),
                        row.getString("hold_id"),
                        row.getLong("event_id"),
                        row.getLong("fan_id"),
                        row.getString("state").equals("CONFIRMED")))
                .optional();
    }

    /**
     * Ends the giver's ticket of a seat that belongs to the buyer now, and has all that was paid for it refunded. Empty when the giver had
     * cancelled the seat before: then that refund is the only one.
     */
    Optional<String> endSold(GiveBack given) {
        Owner owner = lock(given.bookingId()).orElseThrow();
        int ended = jdbc.sql(
                        "UPDATE booked_seat SET state = 'GIVEN_BACK' WHERE booking_id = ? AND seat_id = ? AND state = 'BOOKED'")
                .params(given.bookingId(), given.seatId())
                .update();
        if (ended == 0) {
            return Optional.empty();
        }
        jdbc.sql("""
                        UPDATE booking b SET version = version + 1,
                            end_reason = IF((SELECT COUNT(*) FROM booked_seat s WHERE s.booking_id = b.id AND s.state = 'BOOKED') = 0,
                                'GIVEN_BACK', end_reason),
                            state = IF((SELECT COUNT(*) FROM booked_seat s WHERE s.booking_id = b.id AND s.state = 'BOOKED') = 0,
                                'CANCELLED', state)
                        WHERE b.id = ?
                        """).param(given.bookingId()).update();
        String id = cancellations.request(
                new CancelledBooking(given.bookingId(), owner.orderId(), owner.holdId(), owner.eventId()),
                RefundTable.full(List.of(new RefundTable.PaidSeat(given.seatId(), given.price()))),
                REASON);
        endTicket(given);
        return Optional.of(id);
    }

    /** The code lets nobody in any more. */
    void endTicket(GiveBack given) {
        tickets.invalidate(given.bookingId(), List.of(given.seatId()));
    }
}
