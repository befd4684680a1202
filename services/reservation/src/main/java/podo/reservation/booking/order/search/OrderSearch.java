package podo.reservation.booking.order.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatIds;
import podo.reservation.account.AccountTerms;

/**
 * The words that an order is searched by: a part of the buyer's name or e-mail or of a name on a ticket, the beginning of an order id or a ticket's code, or a seat.
 * Each way is a range of an index; the orders that any of them finds are joined.
 */
public final class OrderSearch {

    private static final Pattern WORD = Pattern.compile("[!-~]{3,64}");
    private static final String ORDER_PREFIX = "podo-";
    private static final int CODE_PART = 4;
    /** Four letters of a code: fewer are often a seat. */
    private static final int SHORTEST_CODE = "PODO-".length() + CODE_PART;

    private final String query;

    private OrderSearch(String query) {
        this.query = query;
    }

    /** Empty when there is nothing to search for. */
    public static Optional<OrderSearch> of(@Nullable String query) {
        return query == null || query.isBlank() ? Optional.empty() : Optional.of(new OrderSearch(query.strip()));
    }

    /** A statement that finds the ids of bookings, of other organisers too; its parameters are put into {@code params}. */
    String sql(@Nullable Long eventId, Map<String, Object> params) {
        List<String> ways = new ArrayList<>();
        addNames(ways, params);
        if (WORD.matcher(query).matches()) {
            ways.add("SELECT id FROM booking WHERE order_id LIKE :order OR order_id LIKE :orderRest");
            params.put("order", beginning(query));
            params.put("orderRest", beginning(ORDER_PREFIX + query));
            String code = codeOf(query);
            if (code.length() >= SHORTEST_CODE) {
                ways.add("SELECT booking_id AS id FROM ticket WHERE code LIKE :code OR code LIKE :codeParts");
                params.put("code", beginning(query));
                params.put("codeParts", beginning(code));
            }
        }
        SeatLabel.read(query).ifPresent(label -> addSeat(label, eventId, ways, params));
        return ways.isEmpty() ? "SELECT id FROM booking WHERE FALSE" : String.join(" UNION ", ways);
    }

    private void addNames(List<String> ways, Map<String, Object> params) {
        List<String> words = AccountTerms.words(query);
        if (words.isEmpty()) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            params.put("word" + i, beginning(words.get(i)));
        }
        ways.add("SELECT b.id" + named("known_account_term", "account_id", words.size())
                + " JOIN booking b ON b.fan_id = t0.account_id WHERE t0.term LIKE :word0");
        ways.add("SELECT t.booking_id AS id" + named("ticket_name_term", "ticket_id", words.size())
                + " JOIN ticket t ON t.id = t0.ticket_id WHERE t0.term LIKE :word0");
    }

    /** What has a term for each of the words. */
    private static String named(String table, String of, int words) {
        StringBuilder joins = new StringBuilder(" FROM " + table + " t0");
        for (int i = 1; i < words; i++) {
            joins.append(
                    " JOIN %1$s t%2$d ON t%2$d.%3$s = t0.%3$s AND t%2$d.term LIKE :word%2$d".formatted(table, i, of));
        }
        return joins.toString();
    }

    private static void addSeat(
            SeatLabel label, @Nullable Long eventId, List<String> ways, Map<String, Object> params) {
        String way = "SELECT booking_id AS id FROM booked_seat WHERE seat_row = :row AND seat_number = :number";
        params.putAll(new HashMap<>(Map.of("row", label.row(), "number", label.number())));
        if (eventId != null) {
            way += " AND seat_id BETWEEN :firstSeat AND :lastSeat";
            params.put("firstSeat", SeatIds.of(eventId, 0));
            params.put("lastSeat", SeatIds.of(eventId + 1, 0) - 1);
        }
        if (label.section() != null) {
            way += " AND section LIKE :section";
            params.put("section", beginning(label.section()));
        }
        ways.add(way);
    }

    /** A code typed with or without its dashes and its first word. */
    private static String codeOf(String typed) {
        String letters =
                typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "").replaceFirst("^PODO", "");
        StringBuilder code = new StringBuilder("PODO");
        for (int i = 0; i < letters.length(); i++) {
            code.append(i % CODE_PART == 0 ? "-" : "").append(letters.charAt(i));
        }
        return code.toString();
    }

    /** The pattern of LIKE for texts that begin so. */
    private static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
