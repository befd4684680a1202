package podo.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.web.page.Words;

/** What two editors of one event wrote differently. */
final class EventFormDifferences {

    /** Stands for a field without a value. */
    static final String NOTHING = "–";

    private final Map<String, String> differing = new LinkedHashMap<>();

    private EventFormDifferences() {}

    /** What is saved now in each field that differs from what was typed; lines of prices are told as one. */
    static Map<String, String> between(EventForm typed, EventForm saved) {
        EventFormDifferences found = new EventFormDifferences();
        found.compareTexts(typed, saved);
        found.compareLines(typed, saved);
        found.compareRules(typed, saved);
        return found.differing;
    }

    /** What {@link #between} says of a field, as its form shows it. */
    static String inWords(String field, String value, Words words) {
        if (value.equals(NOTHING)) {
            return value;
        }
        return switch (field) {
            case "kind" -> words.of("kind." + value);
            case "singleSeatPolicy" ->
                EventForm.POLICIES.contains(value) ? words.of("admin.event.single." + value) : value;
            case "startsAt", "doorsAt", "onSaleAt", "lobbyOpensAt", "salesEndAt" -> value.replace('T', ' ');
            default -> value;
        };
    }

    private void compareTexts(EventForm typed, EventForm saved) {
        compare("title", typed.title(), saved.title());
        compare("description", typed.description(), saved.description());
        compare("startsAt", typed.startsAt(), saved.startsAt());
        compare("onSaleAt", typed.onSaleAt(), saved.onSaleAt());
        compare("lobbyOpensAt", typed.lobbyOpensAt(), saved.lobbyOpensAt());
        compare("salesEndAt", typed.salesEndAt(), saved.salesEndAt());
        compare("kind", typed.kind(), saved.kind());
        compare("runningMinutes", typed.runningMinutes(), saved.runningMinutes());
        compare("minimumAge", typed.minimumAge(), saved.minimumAge());
        compare("doorsAt", typed.doorsAt(), saved.doorsAt());
        compare("notes", typed.notes(), saved.notes());
        compare("handoverAllowed", typed.handoverAllowed(), saved.handoverAllowed());
        compare("handoverEndsHours", typed.handoverEndsHours(), saved.handoverEndsHours());
    }

    private void compareLines(EventForm typed, EventForm saved) {
        if (!typed.filledLines().equals(saved.filledLines())) {
            differing.put(
                    "grades",
                    saved.filledLines().stream().map(GradeLine::inWords).collect(Collectors.joining("; ")));
        }
        if (!typed.filledKinds().equals(saved.filledKinds())) {
            differing.put(
                    "ticketKinds",
                    saved.filledKinds().stream().map(KindLine::inWords).collect(Collectors.joining("; ")));
        }
    }

    private void compareRules(EventForm typed, EventForm saved) {
        compare("seatsPerFan", typed.seatsPerFan(), saved.seatsPerFan());
        compare("admissionPerSecond", typed.admissionPerSecond(), saved.admissionPerSecond());
        compare("admissionCap", typed.admissionCap(), saved.admissionCap());
        compare("extensions", typed.extensions(), saved.extensions());
        compare("holdMinutes", typed.holdMinutes(), saved.holdMinutes());
        compare("singleSeatPolicy", typed.singleSeatPolicy(), saved.singleSeatPolicy());
        compare("refundFees", typed.refundFees(), saved.refundFees());
    }

    private void compare(String field, @Nullable String typed, @Nullable String saved) {
        String now = saved == null ? "" : saved;
        if (!EventFormChanges.comparable(typed).equals(EventFormChanges.comparable(now))) {
            differing.put(field, now.isBlank() ? NOTHING : now);
        }
    }
}
