package podo.reservation.booking.order.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.reservation.BookingStatus;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.reservation.action.OrganiserAction;
import podo.reservation.booking.refund.RequestedRefund;
import podo.reservation.show.TeamEvents;
import podo.starter.jdbc.Utc;

/** Finds the orders of a team's events. */
@Repository
public class OrderQuery {

    /**
     * @param total how many there are on all pages
     * @param owed whole won that box offices still have to hand back for all of them; null unless only such orders were asked for
     */
    public record Found(
            List<OrderRow> rows, long total, @Nullable Long owed) {}

    private static final String COLUMNS =
            "SELECT b.id, b.order_id, b.hold_id, b.event_id, b.fan_id, b.created_at, b.note ";
    private static final String SHOW = "JOIN known_show s ON s.event_id = b.event_id AND ";

    /** Bought at a box office without an address, or of an account that is deleted. One of which user was not asked yet has an address. */
    private static final String WITHOUT_EMAIL =
            "AND EXISTS (SELECT 1 FROM known_account a WHERE a.id = b.fan_id AND a.asked_at IS NOT NULL AND a.email = '') ";

    /** What the end of a show pays back of {@code b}. */
    private static final String PAID_BACK =
            "FROM cancellation c WHERE c.booking_id = b.id AND c.reason = '" + RequestedRefund.OF_CANCELLED_SHOW + "'";

    /** Paid at a box office for a show that was cancelled afterwards, and nobody has said that the money was handed back. */
    private static final String OWED = "AND s.cancelled AND b.fan_id > " + BoxOfficeBuyers.BASE
            + " AND EXISTS (SELECT 1 " + PAID_BACK + " AND c.refund_amount > 0) "
            + "AND NOT EXISTS (SELECT 1 FROM organiser_action o WHERE o.order_id = b.order_id AND o.what = '"
            + OrganiserAction.Kind.HANDED_BACK + "') ";

    private static final String SUM = "(SELECT COALESCE(SUM(c.refund_amount), 0) " + PAID_BACK + ")";

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public Found find(OrderFilter filter, int page, int size) {
        Map<String, Object> params = new HashMap<>();
        String from = from(filter, params);
        long total = jdbc.sql("SELECT COUNT(*) " + from)
                .params(params)
                .query(Long.class)
                .single();
        List<OrderRow> rows = (long) page * size >= total
                ? List.of()
                : jdbc.sql(COLUMNS + from + "ORDER BY b.created_at DESC, b.id DESC LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query(OrderQuery::read)
                        .list();
        return new Found(rows, total, filter.owed() ? sumOwed(from, params) : null);
    }

    private long sumOwed(String from, Map<String, Object> params) {
        return jdbc.sql("SELECT COALESCE(SUM(" + SUM + "), 0) " + from)
                .params(params)
                .query(Long.class)
                .single();
    }

    /** What a box office still has to hand back of these bookings, in whole won, by id; one of which it is nothing is left out. */
    public Map<String, Long> owed(List<String> bookingIds) {
        Map<String, Long> owed = new HashMap<>();
        if (!bookingIds.isEmpty()) {
            jdbc.sql("SELECT b.id, " + SUM + " FROM booking b JOIN known_show s ON s.event_id = b.event_id "
                            + "WHERE b.id IN (:ids) " + OWED)
                    .param("ids", bookingIds)
                    .query(row -> {
                        owed.put(row.getString(1), row.getLong(2));
                    });
        }
        return owed;
    }

    /** Oldest first, those after this one. */
    public List<OrderRow> findAfter(OrderFilter filter, @Nullable OrderRow last, int size) {
        Map<String, Object> params = new HashMap<>();
        String from = from(filter, params);
        if (last != null) {
            from += "AND (b.created_at > :lastTime OR b.created_at = :lastTime AND b.id > :lastId) ";
            params.put("lastTime", Utc.millis(last.createdAt()));
            params.put("lastId", last.reservationId());
        }
        return jdbc.sql(COLUMNS + from + "ORDER BY b.created_at, b.id LIMIT :size")
                .params(params)
                .param("size", size)
                .query(OrderQuery::read)
                .list();
    }

    /** Empty when there is no such order, or its event is none of these. */
    public Optional<OrderRow> find(String orderId, TeamEvents scope) {
        return jdbc.sql(COLUMNS + "FROM booking b " + SHOW + scope.condition("s") + " WHERE b.order_id = :order")
                .param("teams", scope.teams())
                .param("events", scope.events())
                .param("order", orderId)
                .query(OrderQuery::read)
                .optional();
    }

    /** Locks the order's row, so that what two people ask for at once happens one after the other. */
    public void lock(OrderRow order) {
        jdbc.sql("SELECT id FROM booking WHERE id = ? FOR UPDATE")
                .param(order.reservationId())
                .query(String.class)
                .single();
    }

    public void setNote(OrderRow order, @Nullable String note) {
        jdbc.sql("UPDATE booking SET note = :note WHERE id = :id")
                .param("note", note)
                .param("id", order.reservationId())
                .update();
    }

    private String from(OrderFilter filter, Map<String, Object> params) {
        params.put("teams", filter.scope().teams());
        params.put("events", filter.scope().events());
        params.put("now", Utc.millis(clock.instant()));
        StringBuilder from = new StringBuilder("FROM ");
        if (filter.search() != null) {
            from.append('(')
                    .append(filter.search().sql(filter.eventId(), params))
                    .append(") hit JOIN booking b ON b.id = hit.id ");
        } else {
            from.append("booking b ");
        }
        from.append(SHOW)
                .append(filter.scope().condition("s"))
                .append(" WHERE ")
                .append(condition(filter.status()))
                .append(' ');
        if (filter.eventId() != null) {
            from.append("AND b.event_id = :event ");
            params.put("event", filter.eventId());
        }
        if (filter.withoutEmail()) {
            from.append(WITHOUT_EMAIL);
        }
        if (filter.owed()) {
            from.append(OWED);
        }
        return from.toString();
    }

    /** As {@link podo.reservation.booking.BookingView} tells the status at {@code :now}. */
    private static String condition(@Nullable BookingStatus status) {
        return switch (status) {
            case PENDING -> "b.state = 'PENDING' AND b.expires_at > :now AND NOT s.cancelled";
            case EXPIRED -> "b.state = 'PENDING' AND b.expires_at <= :now AND NOT s.cancelled";
            case CHECKING -> "b.state IN ('CHECKING', 'PAID')";
            case CONFIRMED -> "b.state = 'CONFIRMED'";
            case REFUNDED -> "b.state = 'REFUNDED'";
            case CANCELLED -> "(b.state = 'CANCELLED' OR b.state = 'PENDING' AND s.cancelled)";
            case null -> """
                (b.state IN ('CHECKING', 'PAID', 'CONFIRMED', 'REFUNDED')
                 OR b.state = 'PENDING' AND b.expires_at > :now AND NOT s.cancelled
                 OR b.state = 'CANCELLED' AND EXISTS
                    (SELECT 1 FROM booked_seat x WHERE x.booking_id = b.id AND x.state <> 'BOOKED'))""";
        };
    }

    private static OrderRow read(ResultSet row, int n) throws SQLException {
        return new OrderRow(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("hold_id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                Utc.instant(row, "created_at"),
                row.getString("note"));
    }
}
