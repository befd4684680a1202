package podo.reservation.booking.ticket.name;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.account.AccountTerms;
import podo.starter.jdbc.Utc;

/** Names on tickets, the terms by which they are found, and who changed them. */
@Repository
public class TicketNames {

    /** @param open whether the name can still be changed */
    record NamedTicket(
            long id,
            String bookingId,
            long holderId,
            String section,
            String row,
            int number,
            @Nullable String name,
            boolean open) {

        String label() {
            return row.isEmpty() ? section : section + " " + row + "-" + number;
        }
    }

    /** A change by a ticket's holder; {@code removed}: the holder's own name stands there again. */
    public record Change(Instant at, long holderId, String seat, boolean removed) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    TicketNames(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Locks the tickets until the transaction ends: doors, refunds and hand-overs wait. Those that do not exist are left out. */
    List<NamedTicket> lock(Collection<Long> ids) {
        return jdbc.sql("""
                        SELECT t.id, t.booking_id, t.fan_id, t.name, t.valid AND t.used_at IS NULL AS open,
                               s.section, s.seat_row, s.seat_number
                        FROM ticket t JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        WHERE t.id IN (:ids) ORDER BY t.id FOR UPDATE
                        """)
                .param("ids", ids)
                .query((row, n) -> new NamedTicket(
                        row.getLong("id"),
                        row.getString("booking_id"),
                        row.getLong("fan_id"),
                        row.getString("section"),
                        row.getString("seat_row"),
                        row.getInt("seat_number"),
                        row.getString("name"),
                        row.getBoolean("open")))
                .list();
    }

    void set(long ticketId, @Nullable String name) {
        clearTerms(List.of(ticketId));
        jdbc.sql("UPDATE ticket SET name = :name, names_given = names_given + 1 WHERE id = :id")
                .param("name", name)
                .param("id", ticketId)
                .update();
        if (name != null) {
            batches.batchUpdate(
                    "INSERT IGNORE INTO ticket_name_term (term, ticket_id) VALUES (?, ?)",
                    AccountTerms.ofName(name).stream()
                            .map(term -> new Object[] {term, ticketId})
                            .toList());
        }
    }

    /** The tickets change hands: a name that their holder gave is not the next one's. */
    public void clear(Collection<Long> ticketIds) {
        clearTerms(ticketIds);
        jdbc.sql("UPDATE ticket SET name = NULL, names_given = names_given + 1 WHERE id IN (:ids) AND name IS NOT NULL")
                .param("ids", ticketIds)
                .update();
    }

    void clearAllOf(long holderId) {
        List<Long> named = jdbc.sql("SELECT id FROM ticket WHERE fan_id = ? AND name IS NOT NULL")
                .param(holderId)
                .query((row, n) -> row.getLong(1))
                .list();
        if (!named.isEmpty()) {
            clear(named);
        }
    }

    void recordByHolder(NamedTicket ticket, boolean removed) {
        jdbc.sql("""
                INSERT INTO ticket_name_change (booking_id, ticket_id, account_id, seat, removed, at) VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        ticket.bookingId(),
                        ticket.id(),
                        ticket.holderId(),
                        ticket.label(),
                        removed,
                        Utc.millis(clock.instant()))
                .update();
    }

    /** Changes by holders, oldest first; what members of the team changed is in their log. */
    public List<Change> changesByHolders(String bookingId) {
        return jdbc.sql("SELECT at, account_id, seat, removed FROM ticket_name_change WHERE booking_id = ? ORDER BY id")
                .param(bookingId)
                .query((row, n) -> new Change(
                        Utc.instant(row, "at"),
                        row.getLong("account_id"),
                        row.getString("seat"),
                        row.getBoolean("removed")))
                .list();
    }

    private void clearTerms(Collection<Long> ticketIds) {
        jdbc.sql("DELETE FROM ticket_name_term WHERE ticket_id IN (:ids)")
                .param("ids", ticketIds)
                .update();
    }
}
