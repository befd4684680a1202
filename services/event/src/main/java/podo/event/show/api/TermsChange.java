package podo.event.show.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.event.show.terms.Facts;
import podo.event.show.terms.Terms;

/** The fields of an event's terms that differ, each as "before → after"; a grade reads "VIP 132000", with its rows behind it. */
final class TermsChange {

    private static final int LONGEST = 200;
    private static final String NOTHING = "–";

    private TermsChange() {}

    static Map<String, String> between(Terms before, Terms after) {
        Map<String, String> changed = new LinkedHashMap<>();
        addChanges("", before, after, changed);
        return changed;
    }

    /** A record among the fields has its own fields listed, named as the API names them: handoverAllowed. */
    private static void addChanges(String prefix, Record before, Record after, Map<String, String> changed) {
        for (RecordComponent field : before.getClass().getRecordComponents()) {
            @Nullable Object old = read(field, before);
            @Nullable Object now = read(field, after);
            if (old instanceof Record inner && now instanceof Record innerNow) {
                addChanges(inner instanceof Facts ? "" : field.getName(), inner, innerNow, changed);
            } else if (!Objects.equals(old, now)) {
                changed.put(name(prefix, field.getName()), shortened(words(old)) + " → " + shortened(words(now)));
            }
        }
    }

    private static String name(String prefix, String field) {
        return prefix.isEmpty() ? field : prefix + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Collection<?> many when many.isEmpty() -> NOTHING;
            case Collection<?> many -> many.stream().map(TermsChange::words).collect(Collectors.joining(", "));
            case Record one ->
                Arrays.stream(one.getClass().getRecordComponents())
                        .map(field -> words(read(field, one)))
                        .filter(word -> !word.equals(NOTHING))
                        .collect(Collectors.joining(" "));
            default -> value.toString().isBlank() ? NOTHING : value.toString();
        };
    }

    private static @Nullable Object read(RecordComponent field, Record record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
