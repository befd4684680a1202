package podo.web.series;

import java.util.List;

/** What of an event's form can go to other dates of its show; its members are those of the event service. */
public enum SharedPart {
    TEXTS("title", "description", "notes", "texts"),
    FACTS("kind", "runningMinutes", "minimumAge"),
    PRICES("grades"),
    SALE("onSaleAt", "lobbyOpensAt", "salesEndAt"),
    RULES(
            "seatsPerFan",
            "admissionPerSecond",
            "admissionCap",
            "extensions",
            "holdSeconds",
            "singleSeatPolicy",
            "refundFees",
            "handoverAllowed",
            "handoverEndsHours"),
    START("startsAt", "doorsAt");

    private final List<String> members;

    SharedPart(String... members) {
        this.members = List.of(members);
    }

    List<String> members() {
        return members;
    }

    /** Times move by the same difference, because each date has its own. */
    boolean isTimes() {
        return this == SALE || this == START;
    }
}
