package podo.e2e.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The metrics that the expressions below {@code stack/compose/observability} name. */
final class MetricNames {

    static final Path FOLDER = folder();

    /** What is no metric: labels in braces and after {@code by}, times in brackets, texts. */
    private static final Pattern BESIDES =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring) *\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?! *\\()\\b");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    private MetricNames() {}

    static Set<String> inFiles() {
        Set<String> names = new TreeSet<>();
        expressions().forEach(expression -> names.addAll(in(expression)));
        return names;
    }

    /** YAML is read by the same parser as JSON, which is a part of it. */
    static List<String> expressions() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file ->
                            file.endsWith("rules.yml") || file.toString().endsWith(".json"))
                    .flatMap(file -> expressions(parsed(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(BESIDES.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !OPERATORS.contains(name))
                .forEach(names::add);
        return names;
    }

    private static Stream<String> expressions(Object part) {
        return switch (part) {
            case java.util.Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> "expr".equals(entry.getKey())
                                ? Stream.of(String.valueOf(entry.getValue()))
                                : entry.getValue() == null ? Stream.empty() : expressions(entry.getValue()));
            case List<?> list -> list.stream().flatMap(MetricNames::expressions);
            default -> Stream.empty();
        };
    }

    private static Object parsed(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("config-repo"))) {
            folder = folder.getParent();
        }
        return folder.resolve("stack/compose/observability");
    }
}
