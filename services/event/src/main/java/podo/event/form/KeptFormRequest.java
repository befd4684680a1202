package podo.event.form;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podo.starter.problem.InvalidField;

/** Body of keeping a form: where the event takes place, the draft that it changes, and the form's fields. */
record KeptFormRequest(
        @NotNull Long venueId,
        @Nullable Long eventId,
        @NotNull Map<String, String> fields) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,40}(\\[[0-9]{1,2}]\\.[a-zA-Z]{1,40})?");
    private static final int MOST_FIELDS = 600;
    private static final int MOST_CHARACTERS = 60_000;

    /** Throws {@link InvalidField} for what no form of an event has. */
    void check() {
        long characters = 0;
        for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
            if (!NAME.matcher(field.getKey()).matches() || field.getValue() == null) {
                throw new InvalidField("fields", "form-field");
            }
            characters += field.getKey().length() + field.getValue().length();
        }
        if (fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS) {
            throw new InvalidField("fields", "form-large");
        }
    }
}
