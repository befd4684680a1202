package podo.reservation.booking.order.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.reservation.BoxOfficeBuyers;

/** Counts the tickets of orders that cost nothing, of which the ledger has no row (ADR 0238). */
@Repository
class GivenSeatsQuery {

    /**
     * Tickets that are good and cost nothing.
     *
     * @param day of Seoul's calendar, on which they were ordered
     * @param ticketKind the kind of ticket; empty for the usual one
     * @param way COMPLIMENTARY for what a box office gave away, FREE for a price of 0 or a code that took all of it
     * @param faceValue what the tickets would have cost as usual ones, together, in whole won
     * @param amount always 0
     */
    record Given(
            LocalDate day, String grade, String ticketKind, String way, int tickets, long faceValue, long amount) {}

    private final JdbcClient jdbc;

    GivenSeatsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By day, way, grade and kind. */
    List<Given> ofEvent(long eventId) {
        // Seoul has no summer time, so its day is that of UTC nine hours later
        return jdbc.sql("""
                        SELECT DATE(b.created_at + INTERVAL 9 HOUR) AS day, COALESCE(x.paid_grade, x.grade) AS grade_paid,
                               COALESCE(x.kind, '') AS ticket_kind, IF(o.id IS NULL, 'FREE', 'COMPLIMENTARY') AS given_as,
                               COUNT(*) AS tickets, SUM(COALESCE(x.held_price, x.price + x.discount)) AS face_value
                        FROM booking b
                        JOIN booked_seat x ON x.booking_id = b.id AND x.state = 'BOOKED'
                        LEFT JOIN box_office_sale o ON o.id = b.fan_id - :base AND o.way = 'COMPLIMENTARY'
                        WHERE b.event_id = :event AND b.state = 'CONFIRMED' AND b.amount = 0
                        GROUP BY day, given_as, grade_paid, ticket_kind ORDER BY day, given_as, grade_paid, ticket_kind
                        """)
                .param("base", BoxOfficeBuyers.BASE)
                .param("event", eventId)
                .query((row, n) -> new Given(
                        row.getObject("day", LocalDate.class),
                        row.getString("grade_paid"),
                        row.getString("ticket_kind"),
                        row.getString("given_as"),
                        row.getInt("tickets"),
                        row.getLong("face_value"),
                        0))
                .list();
    }
}
