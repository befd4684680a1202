package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md}: each requirement of ASVS 5.0 level 2 has one row, and what it names exists. */
class AsvsTest {

    private static final Path TABLE = SourceTree.ROOT.resolve("docs/security.md");
    private static final Path NUMBERS = SourceTree.ROOT.resolve("e2e/src/test/resources/asvs-5.0.0-level-2.txt");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [12] \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Journey))`");
    private static final Set<String> STATES = Set.of("met", "partly", "not met", "n/a");

    @Test
    void everyRequirementHasOneRow() {
        List<String> numbers = SourceTree.text(NUMBERS)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(numbers).hasSize(253).doesNotHaveDuplicates();
        assertThat(SourceTree.findAll(ROW, TABLE)).containsExactlyElementsOf(numbers);
    }

    @Test
    void everyRowHasAStateAndSaysWhy() {
        assertThat(ROW.matcher(SourceTree.text(TABLE)).results()).allSatisfy(row -> {
            assertThat(STATES).contains(row.group(2));
            assertThat(row.group(3)).as(row.group(1)).isNotBlank();
        });
    }

    @Test
    void everyTestThatIsNamedExists() {
        Set<String> tests =
                SourceTree.testSources().stream().map(SourceTree::className).collect(Collectors.toSet());
        List<String> named = SourceTree.findAll(NAMED, TABLE);
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named.stream().filter(name -> !tests.contains(name)).distinct())
                .isEmpty();
    }
}
