package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A show with three dates: events 20, 21 and 22, of which the last one is on sale. */
final class DateStubs {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));
    static final String SATURDAY = START.plus(Duration.ofDays(1)).toString();

    private DateStubs() {}

    static void stub(FakeServices services) {
        for (int id = 20; id < 23; id++) {
            services.answer("GET", "/api/events/" + id, 200, event(id));
            services.answer("PUT", "/api/events/" + id, 200, event(id));
        }
        services.answer("POST", "/api/events/20/performances", 201, List.of(date(21), date(22)));
    }

    static Map<String, Object> event(int id) {
        Map<String, Object> event = new LinkedHashMap<>(OrganiserStubs.draft());
        event.putAll(date(id));
        event.put("salesEndAt", event.get("startsAt"));
        event.put("seriesId", 20);
        List<Map<String, Object>> others = new ArrayList<>();
        for (int other = 20; other < 23; other++) {
            if (other != id) {
                others.add(date(other));
            }
        }
        event.put("otherDates", others);
        return event;
    }

    static Map<String, Object> date(int id) {
        return Map.of(
                "id",
                id,
                "startsAt",
                START.plus(Duration.ofDays(id - 20L)).toString(),
                "onSaleAt",
                START.minus(Duration.ofDays(30)).toString(),
                "status",
                id == 22 ? "ON_SALE" : "DRAFT",
                "version",
                id == 22 ? 9 : 4);
    }
}
