package podo.reservation.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.account.KnownAccounts;

/** Who holds the tickets of an event: the owner of each ticket, by the name of the account. */
@Repository
class DoorHolders {

    /**
     * @param order number of the order that the ticket is of
     * @param name as its holder wrote it; empty while it is not known, and for a deleted account
     */
    record Holder(String order, String name) {}

    private record Row(long ticketId, long fanId, Holder holder, boolean known) {}

    private final JdbcClient jdbc;
    private final KnownAccounts accounts;

    DoorHolders(JdbcClient jdbc, KnownAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** By ticket, in the order of the tickets. Names that are not known yet are there some seconds later. */
    Map<Long, Holder> ofEvent(long eventId) {
        List<Row> rows = jdbc.sql("""
                        SELECT t.id, t.fan_id, b.order_id, a.id AS account_id, a.name
                        FROM ticket t
                        JOIN booking b ON b.id = t.booking_id
                        LEFT JOIN known_account a ON a.id = t.fan_id
                        WHERE b.event_id = ? ORDER BY t.id
                        """)
                .param(eventId)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("fan_id"),
                        new Holder(row.getString("order_id"), orEmpty(row.getString("name"))),
                        row.getObject("account_id") != null))
                .list();
        rows.stream().filter(row -> !row.known()).map(Row::fanId).distinct().forEach(accounts::expect);
        Map<Long, Holder> byTicket = new LinkedHashMap<>();
        rows.forEach(row -> byTicket.put(row.ticketId(), row.holder()));
        return byTicket;
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }
}
