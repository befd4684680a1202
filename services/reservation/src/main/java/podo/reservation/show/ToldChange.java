package podo.reservation.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.ShowChange;

/**
 * A change of a show as a buyer reads it.
 *
 * @param freeUntil until when whoever booked before can cancel without a fee; null without such a time
 */
public record ToldChange(
        long id,
        Instant at,
        List<ShowChange.Field> fields,
        @Nullable String note,
        @Nullable Instant freeUntil) {

    static ToldChange of(long id, ShowChange change) {
        return new ToldChange(id, change.at(), change.fields(), change.note(), change.freeUntil());
    }

    /** This change and a later one as one: from what was before both to what is after both. */
    ToldChange followedBy(ShowChange later) {
        Map<String, ShowChange.Field> merged = new LinkedHashMap<>();
        Stream.concat(fields.stream(), later.fields().stream()).forEach(field -> {
            ShowChange.Field first = merged.get(field.name());
            merged.put(field.name(), first == null ? field : first.followedBy(field));
        });
        List<ShowChange.Field> differing = new ArrayList<>(merged.values());
        differing.removeIf(
                field -> field.before().equals(field.after()) && !field.before().isEmpty());
        String notes = Stream.of(note, later.note())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        boolean isBack = differing.isEmpty() && notes.isEmpty();
        return new ToldChange(
                id,
                later.at(),
                List.copyOf(differing),
                notes.isEmpty() ? null : notes,
                isBack ? null : later(freeUntil, later.freeUntil()));
    }

    /** For somebody who did not pay. */
    public ToldChange withoutFreeCancellation() {
        return new ToldChange(id, at, fields, note, null);
    }

    boolean isEmpty() {
        return fields.isEmpty() && note == null && freeUntil == null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
