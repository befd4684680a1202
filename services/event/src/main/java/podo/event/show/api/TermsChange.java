package podo.event.show.api;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podo.event.show.terms.Terms;

/** The fields of an event's terms that differ, each as "before → after". */
final class TermsChange {

    private static final int LONGEST = 200;

    private TermsChange() {}

    static Map<String, String> between(Terms before, Terms after) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (RecordComponent field : Terms.class.getRecordComponents()) {
            @Nullable Object old = read(field, before);
            @Nullable Object now = read(field, after);
            if (!Objects.equals(old, now)) {
                changed.put(field.getName(), shortened(old) + " → " + shortened(now));
            }
        }
        return changed;
    }

    private static @Nullable Object read(RecordComponent field, Terms terms) {
        try {
            return field.getAccessor().invoke(terms);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
