package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. .*?\\]\\(([^)]+\\.java)\\)");

    @Test
    void everyLinkPointsToAFile() {
        SoftAssertions found = new SoftAssertions();
        List<Path> documents = SourceTree.files(SourceTree.ROOT, ".md");
        assertThat(documents).isNotEmpty();
        for (Path document : documents) {
            Matcher links =
                    LINK.matcher(CODE_BLOCK.matcher(SourceTree.text(document)).replaceAll(""));
            while (links.find()) {
                String link = links.group(1);
                if (link.contains(":") || link.startsWith("#")) {
                    continue;
                }
                found.assertThat(document.resolveSibling(link.replaceFirst("#.*", ""))
                                .normalize())
                        .as("link in %s", SourceTree.relative(document))
                        .exists();
            }
        }
        found.assertAll();
    }

    /** Each step is named by an earlier one; from one module to the next the call goes over HTTP or Kafka and is not checked. */
    @ParameterizedTest
    @CsvSource({"Follow one seat, 10", "Follow one payment, 12", "Follow one join, 12"})
    void aPathLeadsFromFileToFile(String heading, int most) {
        List<Path> steps = steps(heading);
        assertThat(steps)
                .as("## " + heading)
                .hasSizeBetween(2, most)
                .allSatisfy(step -> assertThat(step).exists());
        SoftAssertions found = new SoftAssertions();
        for (int i = 1; i < steps.size(); i++) {
            Path step = steps.get(i);
            if (module(step).equals(module(steps.get(i - 1)))) {
                found.assertThat(steps.subList(0, i))
                        .as("%s: an earlier step that uses %s", heading, SourceTree.relative(step))
                        .anyMatch(earlier -> namesOf(step).anyMatch(name -> mentions(earlier, name)));
            }
        }
        found.assertAll();
    }

    @Test
    void everyDecisionHasItsSectionsAndIsLinkedFromAReadme() {
        List<Path> decisions = SourceTree.files(SourceTree.ROOT.resolve("docs/adr"), ".md").stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();
        String readmes = SourceTree.files(SourceTree.ROOT, "README.md").stream()
                .map(SourceTree::text)
                .collect(Collectors.joining());
        assertThat(decisions).isNotEmpty();
        SoftAssertions found = new SoftAssertions();
        for (Path decision : decisions) {
            String name = decision.getFileName().toString();
            found.assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
            found.assertThat(SourceTree.text(decision))
                    .as(name)
                    .contains("Date:", "Status:", "## Context", "## Decision", "## Consequences");
            found.assertThat(readmes.contains(name))
                    .as("a README links " + name)
                    .isTrue();
        }
        found.assertThat(decisions.stream()
                        .map(file -> file.getFileName().toString().substring(0, 4)))
                .doesNotHaveDuplicates();
        found.assertAll();
    }

    private static List<Path> steps(String heading) {
        Matcher section = Pattern.compile("(?ms)^## " + heading + "$(.*?)(?=^## |\\z)")
                .matcher(SourceTree.text(SourceTree.ROOT.resolve("README.md")));
        assertThat(section.find()).as("README.md has the heading ## " + heading).isTrue();
        return STEP.matcher(section.group(1))
                .results()
                .map(step -> SourceTree.ROOT.resolve(step.group(1)).normalize())
                .toList();
    }

    /** The class and the interfaces behind which callers see it. */
    private static Stream<String> namesOf(Path step) {
        String name = SourceTree.className(step);
        Matcher types = Pattern.compile("(?:class|record|interface) " + name + "[^{]*?implements ([\\w, ]+)")
                .matcher(SourceTree.text(step));
        return types.find()
                ? Stream.concat(
                        Stream.of(name), Stream.of(types.group(1).strip().split(", *")))
                : Stream.of(name);
    }

    private static boolean mentions(Path user, String className) {
        return Pattern.compile("\\b" + className + "\\b")
                .matcher(SourceTree.text(user))
                .find();
    }

    private static Path module(Path file) {
        Path folder = file;
        while (folder != null && !Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("module of " + file).isNotNull();
        return folder;
    }
}
