package podo.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A rehearsal of 20,000 fans for 1,500 seats. */
final class RehearsalStubs {

    static final String PATH = "/api/events/*/room/rehearsal";

    private RehearsalStubs() {}

    static void apply(FakeServices services) {
        services.answer("GET", PATH, 200, done());
        services.answer("POST", PATH, 202, report("RUNNING", 0));
        services.answer("DELETE", PATH, 204, null);
    }

    static Map<String, Object> report(String state, int percent) {
        var report = new LinkedHashMap<String, Object>();
        report.put("id", "r");
        report.put("state", state);
        report.put(
                "plan",
                Map.of(
                        "fans",
                        20_000,
                        "arrival",
                        "SPREAD",
                        "overSeconds",
                        600,
                        "seatsPerFan",
                        4,
                        "paySeconds",
                        60,
                        "absentPercent",
                        5));
        report.put("seats", 1_500);
        report.put("percent", percent);
        return report;
    }

    static Map<String, Object> done() {
        var report = new LinkedHashMap<>(report("DONE", 100));
        report.put("now", prediction(50, 1_000, 300, 400, 9.4));
        report.put("recommended", prediction(15, 400, 240, 425, 2.1));
        report.put("measured", measured());
        return report;
    }

    private static Map<String, Object> measured() {
        var measured = new LinkedHashMap<String, Object>();
        measured.put("end", "ENDED");
        measured.put("fans", 200);
        measured.put("seats", 60);
        measured.put("bought", 60);
        measured.put("mostSeconds", 62.0);
        measured.put("seconds", 95.0);
        measured.put("entered", 80);
        measured.put("refused", 8);
        measured.put(
                "steps",
                List.of(Map.of("step", "HOLD", "calls", 71, "failures", 1, "p50Millis", 9.5, "p95Millis", 1_250.0)));
        measured.put("firstFailure", Map.of("step", "HOLD", "second", 31.0));
        measured.put("predicted", prediction(20, 200, 30, 160, 10));
        measured.put("within", true);
        return measured;
    }

    static Map<String, Object> prediction(int rate, int cap, int hold, double seconds, double refused) {
        var found = new LinkedHashMap<String, Object>();
        found.put("setting", Map.of("rate", rate, "cap", cap, "holdSeconds", hold));
        found.put("soldOutPercent", 100);
        found.put("soldPercent", 100);
        found.put("mostSeconds", range(seconds - 100));
        found.put("seconds", range(seconds));
        found.put("entered", range(1_100));
        found.put("refusedPercent", range(refused));
        found.put("emptyHandedPercent", range(0));
        found.put("outOfTimePercent", range(0.2));
        found.put("peakInside", range(380));
        found.put("checkoutP95", range(0.4));
        found.put("bound", "RATE");
        found.put(
                "first",
                List.of(
                        Map.of("what", "SEAT_REFUSED", "second", 31.0),
                        Map.of("what", "HOLD_LAPSED", "second", 322.0)));
        found.put(
                "course",
                IntStream.rangeClosed(0, 425)
                        .mapToObj(i ->
                                Map.of("second", i, "waiting", 20_000 - i, "inside", 300, "held", 200, "sold", 3 * i))
                        .toList());
        return found;
    }

    private static Map<String, Object> range(double median) {
        return Map.of("from", median * 0.9, "median", median, "to", median * 1.1);
    }
}
