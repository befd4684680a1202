package podo.e2e.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kubernetes' merge of a patch: maps are joined, lists too where their entries have a key, other values are replaced. */
final class StrategicMerge {

    private static final Map<String, List<String>> KEYS = Map.of(
            "containers", List.of("name"),
            "env", List.of("name"),
            "volumes", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "ports", List.of("containerPort", "port"));

    private StrategicMerge() {}

    @SuppressWarnings("unchecked")
    static void into(Map<String, Object> target, Map<String, Object> patch) {
        patch.forEach((name, value) -> {
            Object present = target.get(name);
            if (present instanceof Map<?, ?> && value instanceof Map<?, ?>) {
                into((Map<String, Object>) present, (Map<String, Object>) value);
            } else if (present instanceof List<?> && value instanceof List<?> && KEYS.containsKey(name)) {
                join(
                        (List<Map<String, Object>>) present,
                        (List<Map<String, Object>>) value,
                        Objects.requireNonNull(KEYS.get(name)));
            } else {
                target.put(name, copy(value));
            }
        });
    }

    private static void join(List<Map<String, Object>> target, List<Map<String, Object>> patch, List<String> keys) {
        for (Map<String, Object> entry : patch) {
            target.stream()
                    .filter(present -> keys.stream()
                            .anyMatch(key ->
                                    entry.get(key) != null && entry.get(key).equals(present.get(key))))
                    .findAny()
                    .ifPresentOrElse(present -> into(present, entry), () -> target.add(copied(entry)));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copied(Map<String, Object> value) {
        return (Map<String, Object>) Objects.requireNonNull(copy(value));
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, part) -> copy.put(key, copy(part)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(part -> copy.add(copy(part)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
