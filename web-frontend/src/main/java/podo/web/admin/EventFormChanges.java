package podo.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podo.web.client.EventClient.EventDraft;
import podo.web.client.ListedEvent;

/**
 * The body that saves an event: what the service answered, with the fields that the organiser touched. What the form rounds, merges or
 * does not know goes back as it came.
 */
final class EventFormChanges {

    private final Map<String, Object> body;
    private final EventForm opened;
    private final EventForm typed;

    private EventFormChanges(Map<String, Object> current, EventForm opened, EventForm typed) {
        this.body = new LinkedHashMap<>(current);
        this.opened = opened;
        this.typed = typed;
    }

    /**
     * @param current every member of the event as the service answered it
     * @param opened the form of that event, before anything was typed
     * @param draft what {@code typed} means
     */
    static Map<String, Object> of(
            Map<String, Object> current, ListedEvent event, EventForm opened, EventForm typed, EventDraft draft) {
        EventFormChanges changes = new EventFormChanges(current, opened, typed);
        changes.putTouched(draft);
        changes.moveAlong(event, draft);
        return changes.body;
    }

    private void putTouched(EventDraft draft) {
        put("title", oneLine(opened.title()), oneLine(typed.title()), draft.title());
        put("description", opened.description(), typed.description(), draft.description());
        put("startsAt", opened.startsAt(), typed.startsAt(), draft.startsAt());
        put("onSaleAt", opened.onSaleAt(), typed.onSaleAt(), draft.onSaleAt());
        put("lobbyOpensAt", opened.lobbyOpensAt(), typed.lobbyOpensAt(), draft.lobbyOpensAt());
        put("salesEndAt", opened.salesEndAt(), typed.salesEndAt(), draft.salesEndAt());
        put("seatsPerFan", opened.seatsPerFan(), typed.seatsPerFan(), draft.seatsPerFan());
        put("admissionPerSecond", opened.admissionPerSecond(), typed.admissionPerSecond(), draft.admissionPerSecond());
        put("admissionCap", opened.admissionCap(), typed.admissionCap(), draft.admissionCap());
        put("extensions", opened.extensions(), typed.extensions(), draft.extensions());
        put("holdSeconds", opened.holdMinutes(), typed.holdMinutes(), draft.holdSeconds());
        put("singleSeatPolicy", opened.singleSeatPolicy(), typed.singleSeatPolicy(), draft.singleSeatPolicy());
        put("refundFees", opened.refundFees(), typed.refundFees(), draft.refundFees());
        put("kind", opened.kind(), typed.kind(), draft.kind());
        put("runningMinutes", opened.runningMinutes(), typed.runningMinutes(), draft.runningMinutes());
        put("minimumAge", opened.minimumAge(), typed.minimumAge(), draft.minimumAge());
        put("doorsAt", opened.doorsAt(), typed.doorsAt(), draft.doorsAt());
        put("notes", opened.notes(), typed.notes(), draft.notes());
        put("handoverAllowed", opened.handoverAllowed(), typed.handoverAllowed(), draft.handoverAllowed());
        put("handoverEndsHours", opened.handoverEndsHours(), typed.handoverEndsHours(), draft.handoverEndsHours());
        if (!opened.filledLines().equals(typed.filledLines())
                || !opened.filledKinds().equals(typed.filledKinds())) {
            body.put("grades", draft.grades());
        }
    }

    private void put(String member, @Nullable String before, @Nullable String after, @Nullable Object value) {
        if (isTouched(before, after)) {
            body.put(member, value);
        }
    }

    /** The end of the sale and the doors keep their distance to the show, and the lobby its distance to the sale, unless they were typed anew. */
    private void moveAlong(ListedEvent event, EventDraft draft) {
        if (!isTouched(opened.salesEndAt(), typed.salesEndAt())) {
            shift(
                    "salesEndAt",
                    event.salesEndAt(),
                    event.startsAt(),
                    draft.startsAt(),
                    opened.startsAt(),
                    typed.startsAt());
        }
        if (!isTouched(opened.doorsAt(), typed.doorsAt())) {
            shift("doorsAt", event.doorsAt(), event.startsAt(), draft.startsAt(), opened.startsAt(), typed.startsAt());
        }
        if (!isTouched(opened.lobbyOpensAt(), typed.lobbyOpensAt())) {
            shift(
                    "lobbyOpensAt",
                    event.lobbyOpensAt(),
                    event.onSaleAt(),
                    draft.onSaleAt(),
                    opened.onSaleAt(),
                    typed.onSaleAt());
        }
    }

    private void shift(
            String member,
            @Nullable Instant follower,
            Instant from,
            @Nullable Instant to,
            @Nullable String before,
            @Nullable String after) {
        if (follower != null && to != null && isTouched(before, after)) {
            body.put(member, follower.plus(Duration.between(from, to)));
        }
    }

    /** A browser drops the line breaks of a text in a field of one line. */
    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\R", "");
    }

    /** A browser sends the line breaks of a text area as CRLF. */
    private static boolean isTouched(@Nullable String before, @Nullable String after) {
        return !Objects.equals(comparable(before), comparable(after));
    }

    static String comparable(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\R", "\n").strip();
    }
}
