package podo.web.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the form of an event comes from.
 *
 * @param keptForm its number, when it is kept
 * @param posterOf the event that it duplicates, whose poster comes along
 * @param formKey of the page that opened the form: all copies that it has kept have it, also one whose number the page never heard of
 */
public record FormOrigin(
        @Nullable Long keptForm,
        @Nullable Long posterOf,
        @Nullable String formKey) {

    static final String POSTER_OF = "posterOf";
    static final String FORM_KEY = "formKey";

    /** Of a form that nobody has kept yet. */
    public static FormOrigin fresh() {
        return new FormOrigin(null, null, UUID.randomUUID().toString());
    }

    public FormOrigin withoutPoster() {
        return new FormOrigin(keptForm, null, formKey);
    }

    static FormOrigin of(KeptFormClient.KeptForm kept) {
        String event = kept.fields().getOrDefault(POSTER_OF, "");
        return new FormOrigin(
                kept.id(),
                event.matches("[1-9][0-9]{0,17}") ? Long.valueOf(event) : null,
                kept.fields().getOrDefault(FORM_KEY, UUID.randomUUID().toString()));
    }

    boolean isOf(KeptFormClient.KeptForm kept) {
        return formKey != null && formKey.equals(kept.fields().get(FORM_KEY));
    }
}
