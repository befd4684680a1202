package podo.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sale of two grades and a pit, recorded every five seconds for ten minutes. */
final class BoardStubs {

    private static final int SAMPLES = 120;

    private BoardStubs() {}

    static void apply(FakeServices services) {
        services.answer("GET", "/api/events/*/room/history", 200, history());
        services.answer("GET", "/api/events/*/room/money", 200, money(2_640_000));
    }

    static Map<String, Object> history() {
        Instant now = Instant.now();
        List<Map<String, Object>> samples = new ArrayList<>();
        for (int i = SAMPLES; i > 0; i--) {
            samples.add(point(now.minusSeconds(5L * i), SAMPLES - i));
        }
        return Map.of(
                "now",
                point(now, SAMPLES),
                "grades",
                List.of(
                        Map.of("name", "VIP", "sold", 120, "held", 30, "free", 50, "total", 200),
                        Map.of("name", "R", "sold", 240, "held", 60, "free", 1_212, "total", 1_512)),
                "areas",
                List.of(Map.of("name", "Pit", "grade", "R", "sold", 12, "held", 3, "free", 65, "capacity", 80)),
                "samples",
                samples);
    }

    static Map<String, Object> money(long captured) {
        Instant now = Instant.now();
        return Map.of(
                "now",
                Map.of("at", now.toString(), "captured", captured, "refunded", 132_000),
                "samples",
                List.of(
                        Map.of("at", now.minusSeconds(10).toString(), "captured", 132_000, "refunded", 0),
                        Map.of("at", now.minusSeconds(5).toString(), "captured", 264_000, "refunded", 0)));
    }

    private static Map<String, Object> point(Instant at, int i) {
        var point = new LinkedHashMap<String, Object>();
        point.put("at", at.toString());
        point.put("waiting", 30_000 - 100 * i);
        point.put("inside", 800 + i);
        point.put("held", 90 + i % 7);
        point.put("admittedPerSecond", 39.7);
        point.put("binding", i % 40 < 20 ? "RATE" : "CAP");
        point.put("mode", "OPEN");
        point.put("rate", 40);
        point.put("cap", 1_000);
        point.put("sold", Map.of("VIP", i, "R", 2 * i));
        point.put("soldInAreas", Map.of("Pit", i / 10));
        point.put("refused", i < 60 ? Map.of() : Map.of("not-your-turn", i, "something-new", 2));
        point.put("declined", i < 60 ? Map.of() : Map.of("REJECT_CARD_COMPANY", i / 20, "NEW_CODE", 1));
        return point;
    }
}
