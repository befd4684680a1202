package podo.web.draft;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.DataBinder;

/** Forms as their fields by name, and back: records of texts, and of lists of lines of texts. */
public final class TypedFields {

    private TypedFields() {}

    /** A field that is null is left out. */
    public static Map<String, String> of(Record... forms) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Record form : forms) {
            add("", form, fields);
        }
        return fields;
    }

    /** As Spring reads a form that is sent. */
    public static <T extends Record> T bind(Map<String, String> fields, Class<T> form) {
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form));
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                return fields.get(name);
            }

            @Override
            public Set<String> getNames() {
                return fields.keySet();
            }
        });
        return form.cast(Objects.requireNonNull(binder.getTarget()));
    }

    private static void add(String prefix, Record form, Map<String, String> fields) {
        for (RecordComponent component : form.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(component.getAccessor());
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), form);
            String name = prefix + component.getName();
            if (value instanceof String text) {
                fields.put(name, text);
            } else if (value instanceof List<?> lines) {
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i) instanceof Record line) {
                        add(name + "[" + i + "].", line, fields);
                    }
                }
            }
        }
    }
}
