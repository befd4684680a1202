package podo.web.draft;

import org.jspecify.annotations.Nullable;

/**
 * Where the form of an event comes from.
 *
 * @param keptForm its number, when it is kept
 * @param posterOf the event that it duplicates, whose poster comes along
 */
public record FormOrigin(@Nullable Long keptForm, @Nullable Long posterOf) {

    public static final FormOrigin NONE = new FormOrigin(null, null);

    static final String POSTER_OF = "posterOf";

    static FormOrigin of(KeptFormClient.KeptForm kept) {
        String event = kept.fields().getOrDefault(POSTER_OF, "");
        return new FormOrigin(kept.id(), event.matches("[1-9][0-9]{0,17}") ? Long.valueOf(event) : null);
    }
}
