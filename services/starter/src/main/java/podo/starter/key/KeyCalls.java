package podo.starter.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which call takes which scope. A call that is not in the table takes none that a key can have, so a new endpoint is closed to keys until it is
 * written here and in docs/api-keys.md, with which a test compares it.
 */
public final class KeyCalls {

    static final Map<ApiScope, List<String>> TABLE = Map.of(
            ApiScope.EVENTS_READ,
            List.of(
                    "GET /api/events",
                    "GET /api/events/filters",
                    "GET /api/events/{event}",
                    "GET /api/events/{event}/posters/{digest}-{width}.jpg",
                    "GET /api/events/{event}/seats",
                    "GET /api/events/{event}/seats/layout",
                    "GET /api/events/{event}/seats/state",
                    "GET /api/events/{event}/room",
                    "GET /api/events/{event}/room/refusals",
                    "GET /api/events/{event}/room/history",
                    "GET /api/venues",
                    "GET /api/venues/{venue}",
                    "GET /api/venues/{venue}/plan",
                    "GET /api/venues/{venue}/plan.csv"),
            ApiScope.EVENTS_WRITE,
            List.of(
                    "POST /api/events",
                    "PUT /api/events/{event}",
                    "DELETE /api/events/{event}",
                    "POST /api/events/{event}/publish",
                    "PUT /api/events/{event}/poster",
                    "DELETE /api/events/{event}/poster",
                    "POST /api/events/{event}/poster/copy",
                    "POST /api/events/{event}/performances",
                    "GET /api/organiser/events/{event}/codes",
                    "POST /api/organiser/events/{event}/codes",
                    "PUT /api/organiser/events/{event}/codes/{number}",
                    "PUT /api/events/{event}/seats/blocks",
                    "PUT /api/events/{event}/room",
                    "POST /api/events/{event}/room/rehearsal",
                    "GET /api/events/{event}/room/rehearsal",
                    "DELETE /api/events/{event}/room/rehearsal",
                    "POST /api/venues",
                    "PUT /api/venues/{venue}",
                    "POST /api/venues/{venue}/copy",
                    "POST /api/venues/{venue}/sections",
                    "POST /api/venues/import",
                    "POST /api/venues/plan"),
            ApiScope.ORDERS_READ,
            List.of(
                    "GET /api/organiser/orders",
                    "GET /api/organiser/orders/{order}",
                    "GET /api/events/{event}/seats/{seat}/history"),
            ApiScope.ORDERS_WRITE,
            List.of(
                    "GET /api/organiser/orders/{order}/tickets.pdf",
                    "POST /api/organiser/orders/{order}/resend",
                    "POST /api/organiser/orders/{order}/mails/{number}/again",
                    "PUT /api/organiser/orders/{order}/note",
                    "PUT /api/organiser/orders/{order}/names",
                    "POST /api/organiser/orders/{order}/move"),
            ApiScope.CHECKINS_WRITE,
            List.of(
                    "POST /api/checkins",
                    "POST /api/checkins/batch",
                    "DELETE /api/checkins/{number}",
                    "GET /api/checkins/events",
                    "GET /api/checkins/events/{event}",
                    "GET /api/checkins/events/{event}/summary",
                    "GET /api/ticket-keys"),
            ApiScope.MONEY_READ,
            List.of(
                    "GET /api/organiser/events/{event}/order-lines",
                    "GET /api/organiser/events/{event}/money",
                    "GET /api/events/{event}/room/money",
                    "GET /api/payments/unresolved",
                    "GET /api/audit"));

    /** Else {@code /api/events/forms} would match {@code /api/events/{event}}. */
    private static final String NUMBER = "\\{(event|venue|seat|number)}";

    private record Row(ApiScope scope, String method, PathPattern path) {}

    private static final List<Row> ROWS = rows();

    private KeyCalls() {}

    /** Empty when no key may make this call. */
    static Optional<ApiScope> scopeOf(String method, String path) {
        String verb = method.equals("HEAD") ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(path);
        return ROWS.stream()
                .filter(row -> row.method().equals(verb) && row.path().matches(parsed))
                .map(Row::scope)
                .findFirst();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        TABLE.forEach((scope, calls) -> calls.forEach(call -> {
            String[] parts = call.split(" ");
            rows.add(new Row(
                    scope,
                    parts[0],
                    PathPatternParser.defaultInstance.parse(parts[1].replaceAll(NUMBER, "{$1:[0-9]+}"))));
        }));
        return List.copyOf(rows);
    }
}
