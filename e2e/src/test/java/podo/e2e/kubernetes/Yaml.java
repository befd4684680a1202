package podo.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Documents of YAML files, and values within them by a path of keys such as {@code spec/template/spec}. */
final class Yaml {

    private Yaml() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> documents(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Map<String, Object>> documents = new ArrayList<>();
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict))
                .loadAll(text)
                .forEach(document -> documents.add((Map<String, Object>) document));
        return documents;
    }

    static List<Map<String, Object>> documents(Path file) {
        return documents(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The map at the path; empty where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> from, String path) {
        Object found = from;
        for (String key : path.split("/")) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found instanceof Map<?, ?> ? (Map<String, Object>) found : Map.of();
    }

    /** The maps of the list at the key; empty where there is none. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> from, String key) {
        return from.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    static List<String> strings(Map<String, Object> from, String key) {
        return from.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    static String string(Map<String, Object> from, String key) {
        return String.valueOf(from.getOrDefault(key, ""));
    }
}
