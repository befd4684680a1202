package podo.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What buyers are told about a change of a published show.
 *
 * @param at when the change came into force
 * @param fields what differs of that which buyers rely on, in the order in which they read it
 * @param note the organiser's own words; null without any
 * @param freeUntil until when whoever bought before can cancel without a fee; null when the change opens no such time
 */
public record ShowChange(
        Instant at,
        List<Field> fields,
        @Nullable String note,
        @Nullable Instant freeUntil) {

    public static final String STARTS_AT = "startsAt";
    public static final String DOORS_AT = "doorsAt";

    /**
     * One thing that differs.
     *
     * @param name as the event's API names it
     * @param before what it was, a time as ISO-8601; empty for long texts and for what was not said
     * @param after what it is, in the same form
     * @param languages of the pages in which it reads differently; null for all of them
     */
    public record Field(
            String name,
            String before,
            String after,
            @Nullable List<String> languages) {

        /** In all languages. */
        public Field(String name, String before, String after) {
            this(name, before, after, null);
        }

        /** Whether somebody who reads this language sees that it differs. */
        public boolean isReadIn(String language) {
            return languages == null || languages.contains(language);
        }

        /** This and what differs later as one: from what was before both to what is after both. */
        public Field followedBy(Field later) {
            return new Field(
                    name,
                    before,
                    later.after,
                    languages == null || later.languages == null
                            ? null
                            : Stream.concat(languages.stream(), later.languages.stream())
                                    .distinct()
                                    .toList());
        }
    }

    /** Whether the values of this field are times. */
    public static boolean isTime(String name) {
        return name.equals(STARTS_AT) || name.equals(DOORS_AT);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return fields.isEmpty() && note == null && freeUntil == null;
    }
}
