package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final Pattern EXTENDS_PROBLEM = Pattern.compile("class \\w+ extends (Problem)\\b");
    /** As in {@code super(HttpStatus.CONFLICT, "seats-taken")}. */
    private static final Pattern NAME_AFTER_STATUS =
            Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z]+(?:-[a-z]+)*)\"");
    /** As in {@code new HoldRefused("hold-lapsed")}. */
    private static final Pattern NAME_ALONE = Pattern.compile("new \\w+\\(\"([a-z]+(?:-[a-z]+)*)\"");
    /** As in {@code case 404 -> "not-found"}. */
    private static final Pattern NAME_OF_STATUS = Pattern.compile("case \\d+ -> \"([a-z-]+)\"");

    private static final Path STARTER = SourceTree.ROOT.resolve("services/starter");
    private static final Path REFUSALS = SourceTree.ROOT.resolve("services/refusals");

    @Test
    void everyRefusalHasAMessageInEachLanguage() {
        SoftAssertions found = new SoftAssertions();
        Set<String> languages = languages();
        for (Path module : SourceTree.modules()) {
            Set<String> names = problemNames(module);
            for (String language : languages) {
                Set<String> keys = new TreeSet<>(keys(STARTER, language));
                keys.addAll(keys(REFUSALS, language));
                keys.addAll(keys(module, language));
                found.assertThat(keys)
                        .as("texts of %s in %s", SourceTree.relative(module), language)
                        .containsAll(names.stream().map("problem."::concat).toList());
            }
        }
        assertThat(languages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(problemNames(STARTER)).contains("not-found", "too-many-requests", "still-running", "no-pass");
        found.assertAll();
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        SoftAssertions found = new SoftAssertions();
        for (Path module : SourceTree.modules()) {
            for (String language : languages()) {
                found.assertThat(keys(module, language))
                        .as("keys of %s in %s", SourceTree.relative(module), language)
                        .isEqualTo(keys(module, "problems.properties"));
            }
        }
        found.assertAll();
    }

    @Test
    void everyProblemClassNamesItsProblem() {
        List<Path> problems = SourceTree.mainSources().stream()
                .filter(file -> isProblem(SourceTree.text(file)))
                .toList();
        assertThat(problems).isNotEmpty();
        assertThat(problems.stream().filter(file -> names(file).isEmpty()).map(SourceTree::relative))
                .isEmpty();
    }

    /** File names of the texts, one for each language: problems.properties, problems_ko.properties. */
    private static Set<String> languages() {
        return SourceTree.files(STARTER.resolve("src/main/resources"), ".properties").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("problems"))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Set<String> problemNames(Path module) {
        Set<String> names = new TreeSet<>();
        SourceTree.files(module.resolve("src/main/java"), ".java").forEach(file -> names.addAll(names(file)));
        return names;
    }

    private static List<String> names(Path file) {
        List<String> names = new ArrayList<>(SourceTree.findAll(NAME_AFTER_STATUS, file));
        if (isProblem(SourceTree.text(file))) {
            names.addAll(SourceTree.findAll(NAME_ALONE, file));
        }
        if (SourceTree.text(file).contains("ResponseEntityExceptionHandler")) {
            names.addAll(SourceTree.findAll(NAME_OF_STATUS, file));
        }
        return names;
    }

    private static boolean isProblem(String source) {
        return EXTENDS_PROBLEM.matcher(source).find();
    }

    private static Set<String> keys(Path module, String fileName) {
        Set<String> keys = new TreeSet<>();
        SourceTree.files(module.resolve("src/main/resources"), "/" + fileName)
                .forEach(file -> keys.addAll(read(file).stringPropertyNames()));
        return keys;
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
