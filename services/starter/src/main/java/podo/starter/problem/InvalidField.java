package podo.starter.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A field has an invalid value: 400 {@code invalid} with {@code fields: [{field, message}]}. */
public class InvalidField extends Problem {

    /** @param key the message is the text under {@code invalid.<key>} in the service's {@code problems.properties} */
    public record Field(String field, String key, Object... args) {}

    public InvalidField(String field, String key, Object... args) {
        this(List.of(new Field(field, key, args)));
    }

    private final transient List<Field> fields;

    public InvalidField(List<Field> fields) {
        super(HttpStatus.BAD_REQUEST, "invalid");
        this.fields = List.copyOf(fields);
        with("fields", fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether a problem's member names fields: a refusal for another reason may name them too. */
    static boolean isFields(Object member) {
        return member instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Field;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, String>> messages(Object fields, ProblemTexts texts) {
        return ((List<Field>) fields)
                .stream()
                        .map(field -> Map.of(
                                "field", field.field(), "message", texts.text("invalid." + field.key(), field.args())))
                        .toList();
    }
}
