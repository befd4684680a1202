package podo.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser and a reader rely on: small files, imports that exist, and every import named for preloading. */
class ScriptModulesTest {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Path SCRIPTS_TEMPLATE = Path.of("src/main/resources/templates/podo/scripts.html");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export) [^;]*?from '([^']+)';");
    private static final Pattern ENTRY = Pattern.compile("(?s):: entry\\('(\\w+)', '([^']*)'\\)");

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptHasAtMost200Lines(Path script) throws IOException {
        assertThat(Files.readAllLines(script)).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noLineIsLongerThan160Characters(Path source) throws IOException {
        assertThat(Files.readAllLines(source))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(160));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page",
                "board",
                "line",
                "seats",
                "network",
                "fairness",
                "toss",
                "reload",
                "preview",
                "designer",
                "door",
                "tickets",
                "passkeys",
                "challenge"
            })
    void whatAnEntryImportsIsPreloadedAndNothingElse(String entry) throws IOException {
        Set<String> imported = importsOf(entry, new TreeSet<>());
        if (!entry.equals("page")) {
            imported.removeAll(importsOf("page", new TreeSet<>()));
        }
        List<String> preloaded = ENTRY.matcher(Files.readString(SCRIPTS_TEMPLATE))
                .results()
                .filter(found -> found.group(1).equals(entry))
                .flatMap(found -> Stream.of(found.group(2).trim().split("\\s*,\\s*")))
                .toList();

        assertThat(preloaded).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(preloaded)).isEqualTo(imported);
    }

    @Test
    void everyScriptIsPartOfAPage() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> entries = Files.list(ASSETS)) {
            for (Path entry :
                    entries.filter(file -> file.toString().endsWith(".js")).toList()) {
                String name = nameOf(entry);
                used.add(name);
                importsOf(name, used);
            }
        }
        assertThat(new TreeSet<>(scripts().map(ScriptModulesTest::nameOf).toList()))
                .isEqualTo(used);
    }

    /** Names of all modules that a module imports, directly or through others, such as "seats/plan". */
    private static Set<String> importsOf(String name, Set<String> found) throws IOException {
        Path script = ASSETS.resolve(name + ".js");
        for (MatchResult result :
                IMPORT.matcher(Files.readString(script)).results().toList()) {
            Path target = script.resolveSibling(result.group(1)).normalize();
            assertThat(target).as("imported by %s", name).exists();
            if (found.add(nameOf(target))) {
                importsOf(nameOf(target), found);
            }
        }
        return found;
    }

    private static String nameOf(Path script) {
        return ASSETS.relativize(script).toString().replace('\\', '/').replaceFirst("\\.js$", "");
    }

    static Stream<Path> scripts() throws IOException {
        return files(".js").filter(file -> file.startsWith(ASSETS));
    }

    static Stream<Path> sources() throws IOException {
        return files(".js", ".css", ".html", ".svg");
    }

    private static Stream<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            return all
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
