package podo.reservation.booking.ticket;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.booking.ticket.wallet.Wallets;
import podo.reservation.code.TicketClaim;
import podo.reservation.code.TicketCodes;
import podo.reservation.show.BookedShow;
import podo.starter.jdbc.Utc;

/**
 * Tickets: one per seat. A ticket has an unguessable code that people can read and type, and a generation, which the signed code of
 * its QR names ({@link TicketCodes}).
 */
@Repository
public class Tickets {

    /**
     * A ticket with its seat; {@code valid} until the seat is given back.
     *
     * @param name that stands on it; null for its holder's
     * @param received whether it was handed to its fan by somebody
     * @param used whether it has let somebody in
     */
    record Ticket(
            long id,
            String bookingId,
            long eventId,
            long seatId,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits,
            @Nullable String name,
            String shortCode,
            int generation,
            boolean valid,
            boolean received,
            boolean used) {

        TicketClaim claim() {
            return new TicketClaim(eventId, seatId, id, generation);
        }
    }

    /**
     * A ticket of a booking; {@code valid} until its seat is given back.
     *
     * @param holderId whose it is: the one who paid, unless it was handed over
     * @param name that stands on it; null for its holder's
     */
    public record IssuedTicket(
            long id,
            long seatId,
            String code,
            boolean valid,
            boolean used,
            Instant issuedAt,
            long holderId,
            @Nullable String name) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Crockford's alphabet, which has no letters that look alike. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String SELECT = """
            SELECT t.id, t.booking_id, b.event_id, t.seat_id, s.section, s.seat_row AS `row`, s.seat_number AS number,
                   s.grade, s.kind, s.proof, s.place, s.view_note, t.name, t.code, t.generation, t.valid, t.fan_id <> b.fan_id AS received, t.used_at IS NOT NULL AS used
            FROM ticket t
            JOIN booking b ON b.id = t.booking_id
            JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
            """;

    private static final int MOST_IN_A_LIST = 10_000;

    private final JdbcClient jdbc;
    private final TicketCodes codes;
    private final Wallets wallets;
    private final Clock clock;

    Tickets(JdbcClient jdbc, TicketCodes codes, Wallets wallets, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.wallets = wallets;
        this.clock = clock;
    }

    /** Issues the tickets that the booking lacks; a repeat issues nothing. */
    public void issue(String bookingId, long fanId, Collection<Long> seatIds) {
        LocalDateTime now = Utc.column(clock.instant());
        for (long seatId : seatIds) {
            jdbc.sql("""
                    INSERT IGNORE INTO ticket (booking_id, fan_id, seat_id, code, valid, issued_at)
                    VALUES (?, ?, ?, ?, TRUE, ?)
                    """).params(bookingId, fanId, seatId, newCode(), now).update();
        }
    }

    /** Ends the valid tickets of these seats: their codes let nobody in any more. A repeat changes nothing. */
    public void invalidate(String bookingId, Collection<Long> seatIds) {
        if (seatIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE ticket SET valid = FALSE, generation = generation + 1
                WHERE booking_id = :booking AND seat_id IN (:seats) AND valid
                """).param("booking", bookingId).param("seats", seatIds).update();
    }

    /** Whether one of these tickets has let somebody in. In a transaction the answer holds until its end. */
    public boolean isAnyUsed(String bookingId, Collection<Long> seatIds) {
        return !seatIds.isEmpty()
                && jdbc.sql("SELECT used_at FROM ticket WHERE booking_id = :booking AND seat_id IN (:seats) FOR UPDATE")
                        .param("booking", bookingId)
                        .param("seats", seatIds)
                        .query((row, n) -> row.getObject("used_at") != null)
                        .list()
                        .contains(true);
    }

    /** Gives the valid tickets of these seats a new generation and new codes; the old ones let nobody in any more. */
    public void reissue(String bookingId, Collection<Long> seatIds) {
        for (long seatId : seatIds) {
            jdbc.sql("""
                    INSERT INTO former_ticket_code (code, ticket_id)
                    SELECT code, id FROM ticket WHERE booking_id = ? AND seat_id = ? AND valid FOR UPDATE
                    """).params(bookingId, seatId).update();
            jdbc.sql("""
                    UPDATE ticket SET generation = generation + 1, code = ? WHERE booking_id = ? AND seat_id = ? AND valid
                    """).params(newCode(), bookingId, seatId).update();
        }
    }

    public List<IssuedTicket> ofBooking(String bookingId) {
        return ofBookings(List.of(bookingId)).getOrDefault(bookingId, List.of());
    }

    /** By booking, in the order of the seats. */
    public Map<String, List<IssuedTicket>> ofBookings(Collection<String> bookingIds) {
        Map<String, List<IssuedTicket>> issued = new HashMap<>();
        if (!bookingIds.isEmpty()) {
            jdbc.sql("SELECT id, booking_id, seat_id, code, valid, used_at IS NOT NULL AS used, issued_at, fan_id, name"
                            + " FROM ticket WHERE booking_id IN (:ids) ORDER BY seat_id")
                    .param("ids", bookingIds)
                    .query(row -> {
                        issued.computeIfAbsent(row.getString("booking_id"), none -> new ArrayList<>())
                                .add(new IssuedTicket(
                                        row.getLong("id"),
                                        row.getLong("seat_id"),
                                        row.getString("code"),
                                        row.getBoolean("valid"),
                                        row.getBoolean("used"),
                                        Utc.instant(row, "issued_at"),
                                        row.getLong("fan_id"),
                                        row.getString("name")));
                    });
        }
        return issued;
    }

    /** The seats of these bookings whose valid tickets belong to others than the one who paid, by booking. */
    public Map<String, Set<Long>> handedOver(Collection<String> bookingIds) {
        Map<String, Set<Long>> seats = new HashMap<>();
        if (!bookingIds.isEmpty()) {
            jdbc.sql("""
                            SELECT t.booking_id, t.seat_id FROM ticket t JOIN booking b ON b.id = t.booking_id
                            WHERE t.booking_id IN (:ids) AND t.valid AND t.fan_id <> b.fan_id
                            """).param("ids", bookingIds).query(row -> {
                seats.computeIfAbsent(row.getString(1), none -> new HashSet<>()).add(row.getLong(2));
            });
        }
        return seats;
    }

    /** The ticket is one of another seat from now on, in a new generation: the codes of the old seat let nobody in. */
    public void move(String bookingId, long fromSeat, long toSeat) {
        reissue(bookingId, List.of(fromSeat));
        jdbc.sql("UPDATE ticket SET seat_id = ? WHERE booking_id = ? AND seat_id = ?")
                .params(toSeat, bookingId, fromSeat)
                .update();
    }

    /** The tickets of these bookings, by booking; each with the show of its booking. */
    public Map<String, List<TicketView>> ofBookings(long fanId, Map<String, BookedShow> showOfBooking) {
        if (showOfBooking.isEmpty()) {
            return Map.of();
        }
        return ofFan(fanId, showOfBooking.keySet(), MOST_IN_A_LIST, 0).stream()
                .map(ticket -> view(ticket, Objects.requireNonNull(showOfBooking.get(ticket.bookingId()))))
                .collect(Collectors.groupingBy(TicketView::reservationId));
    }

    TicketView view(Ticket ticket, BookedShow show) {
        return TicketView.of(ticket, show, codes.sign(ticket.claim()), ticket.valid() ? wallets.offered() : List.of());
    }

    /** @param bookingIds only tickets of these bookings; all when empty */
    List<Ticket> ofFan(long fanId, Collection<String> bookingIds, int limit, long offset) {
        return ofFan(fanId, bookingIds, false, limit, offset);
    }

    /** Only tickets that were handed to the fan by others. */
    List<Ticket> receivedBy(long fanId, int limit) {
        return ofFan(fanId, List.of(), true, limit, 0);
    }

    private List<Ticket> ofFan(long fanId, Collection<String> bookingIds, boolean received, int limit, long offset) {
        return jdbc.sql(SELECT + """
                WHERE t.fan_id = :fan AND (:all OR t.booking_id IN (:bookings)) AND (NOT :received OR b.fan_id <> :fan)
                ORDER BY t.valid DESC, t.issued_at DESC, t.booking_id, t.seat_id, t.id LIMIT :limit OFFSET :offset
                """)
                .params(own(fanId, bookingIds))
                .param("received", received)
                .param("limit", limit)
                .param("offset", offset)
                .query(Tickets::read)
                .list();
    }

    /** Empty for a ticket that the fan does not hold. */
    Optional<Ticket> find(long fanId, long id) {
        return jdbc.sql(SELECT + "WHERE t.fan_id = ? AND t.id = ?")
                .params(fanId, id)
                .query(Tickets::read)
                .optional();
    }

    private static Ticket read(ResultSet row, int n) throws SQLException {
        return new Ticket(
                row.getLong("id"),
                row.getString("booking_id"),
                row.getLong("event_id"),
                row.getLong("seat_id"),
                row.getString("section"),
                row.getString("row"),
                row.getInt("number"),
                row.getString("grade"),
                row.getString("kind"),
                row.getString("proof"),
                SeatTraits.named(row.getString("place"), row.getString("view_note")),
                row.getString("name"),
                row.getString("code"),
                row.getInt("generation"),
                row.getBoolean("valid"),
                row.getBoolean("received"),
                row.getBoolean("used"));
    }

    long countOfFan(long fanId, Collection<String> bookingIds) {
        return jdbc.sql("SELECT COUNT(*) FROM ticket t WHERE t.fan_id = :fan AND (:all OR t.booking_id IN (:bookings))")
                .params(own(fanId, bookingIds))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> own(long fanId, Collection<String> bookingIds) {
        boolean all = bookingIds.isEmpty();
        return Map.of("fan", fanId, "all", all, "bookings", all ? List.of("") : bookingIds);
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder("PODO");
        for (int i = 0; i < 16; i++) {
            code.append(i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
