package podo.web.series;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of one date as it goes to another: values as they are, times by the same difference. */
final class SharedChange {

    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final Map<String, Object> body;
    private boolean changes;

    private SharedChange(Map<String, Object> before, Map<String, Object> after, Map<String, Object> other) {
        this.before = before;
        this.after = after;
        this.body = new LinkedHashMap<>(other);
    }

    /**
     * The body that saves the other date; null when nothing of these parts has changed.
     *
     * @param before every member of the event that was changed
     * @param after the same map, with the members replaced that were changed
     * @param other every member of the other date
     */
    static @Nullable Map<String, Object> bodyOf(
            Map<String, Object> before, Map<String, Object> after, Map<String, Object> other, Set<SharedPart> parts) {
        SharedChange change = new SharedChange(before, after, other);
        for (SharedPart part : parts) {
            for (String member : part.members()) {
                if (change.isChanged(member) && !change.onlyFollows(member, parts)) {
                    change.put(member, part.isTimes());
                }
            }
        }
        return change.changes ? change.body : null;
    }

    private boolean isChanged(String member) {
        return before.get(member) != after.get(member);
    }

    /** The end of the sale moves with the start, which stays where it is on the other date. */
    private boolean onlyFollows(String member, Set<SharedPart> parts) {
        if (!member.equals("salesEndAt") || parts.contains(SharedPart.START) || !isChanged("startsAt")) {
            return false;
        }
        Duration moved = difference("startsAt");
        return moved != null && moved.equals(difference("salesEndAt"));
    }

    private @Nullable Duration difference(String member) {
        Instant from = time(before, member);
        Instant to = time(after, member);
        return from == null || to == null ? null : Duration.between(from, to);
    }

    private void put(String member, boolean isTime) {
        Object value = isTime ? moved(member) : after.get(member);
        body.put(member, value);
        changes = true;
    }

    /** A time that the other date does not have stands as far from its start as here. */
    private @Nullable Instant moved(String member) {
        Instant to = time(after, member);
        if (to == null) {
            return null;
        }
        Instant from = time(before, member);
        Instant own = time(body, member);
        if (from == null || own == null) {
            from = time(after, "startsAt");
            own = time(body, "startsAt");
        }
        return from == null || own == null ? to : own.plus(Duration.between(from, to));
    }

    private static @Nullable Instant time(Map<String, Object> members, String member) {
        Object value = members.get(member);
        return value == null ? null : Instant.parse(value.toString());
    }
}
