package podo.starter.problem;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;

/** The member {@code fields} of {@code invalid}: each field once, in the order in which the request declares them. */
final class InvalidFields {

    /** A field that is missing is not also too short. */
    private static final List<String> MISSING = List.of("NotNull", "NotBlank", "NotEmpty");

    private static final int LAST = Integer.MAX_VALUE;

    private InvalidFields() {}

    static Map<String, String> field(String path, @Nullable String message) {
        return Map.of("field", path, "message", message == null ? "" : message);
    }

    /** @param body the request body that was validated, whose type gives the order */
    static List<Map<String, String>> of(List<FieldError> errors, @Nullable Object body) {
        Class<?> type = body == null ? Object.class : body.getClass();
        Map<String, FieldError> firsts = new LinkedHashMap<>();
        errors.stream()
                .sorted(Comparator.comparingInt((FieldError error) -> MISSING.contains(error.getCode()) ? 0 : 1)
                        .thenComparing(error -> String.valueOf(error.getCode())))
                .forEach(error -> firsts.putIfAbsent(error.getField(), error));
        return firsts.values().stream()
                .sorted(Comparator.comparing((FieldError error) -> places(error.getField(), type), Arrays::compare)
                        .thenComparing(FieldError::getField))
                .map(error -> field(error.getField(), error.getDefaultMessage()))
                .toList();
    }

    /** The path to what Jackson could not read, such as {@code grades[0].price}; empty for the body as a whole. */
    static String pathOf(JacksonException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    /** For each step of the path its place among the record's components, or its index in the list. */
    private static int[] places(String path, Type root) {
        String[] steps = path.split("[.\\[]");
        int[] places = new int[steps.length];
        Type type = root;
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i];
            if (step.endsWith("]")) {
                places[i] = indexOf(step);
                type = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : Object.class;
                continue;
            }
            RecordComponent[] components = type instanceof Class<?> record && record.isRecord()
                    ? record.getRecordComponents()
                    : new RecordComponent[0];
            places[i] = LAST;
            for (int c = 0; c < components.length; c++) {
                if (components[c].getName().equals(step)) {
                    places[i] = c;
                    type = components[c].getGenericType();
                }
            }
        }
        return places;
    }

    private static int indexOf(String step) {
        String digits = step.substring(0, step.length() - 1);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : LAST;
    }
}
