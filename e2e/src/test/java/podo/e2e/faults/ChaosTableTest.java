package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.e2e.faults.Chaos.Verdict.BY_NUMBER;
import static podo.e2e.faults.Chaos.Verdict.FAILED;
import static podo.e2e.faults.Chaos.Verdict.HELD;
import static podo.e2e.faults.Chaos.Verdict.NOT_HERE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaosTableTest {

    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(1, 40).boxed().toList();
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(IT|Journey|Test)\\b");
    /** The first cell of a row: 3, or 3, 18, or 23 to 27. */
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+)((?:, \\d+)*)(?: to (\\d+))? \\|.*");

    @Test
    void everyRowOfTheTableIsThereOnceAndInOrder() {
        assertThat(ChaosTable.ROWS.stream().map(ChaosRow::number)).containsExactlyElementsOf(NUMBERS);
    }

    @Test
    void everyRowThatIsPlayedElsewhereNamesATestThatExists() throws IOException {
        Set<String> tests = testClasses();
        assertThat(ChaosTable.ROWS.stream().filter(row -> row.outage() == null))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(named(row.note()))
                        .as("row %d", row.number())
                        .isNotEmpty()
                        .isSubsetOf(tests));
        assertThat(ChaosTable.ROWS.stream().flatMap(row -> named(row.note()).stream()))
                .isSubsetOf(tests);
    }

    /** The tests that {@code failure-experiments.md} names for a row, of which all exist; a row that is played has its class in the table. */
    @Test
    void everyRowOfTheDocumentNamesATestThatExists() throws IOException {
        Map<Integer, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/failure-experiments.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                numbersOf(row)
                        .forEach(number -> documented
                                .computeIfAbsent(number, unused -> new TreeSet<>())
                                .addAll(named(line.split("\\|")[4])));
            }
        }
        assertThat(documented.keySet())
                .containsAll(NUMBERS.stream().filter(number -> number != 35).toList());
        Set<String> tests = testClasses();
        documented.remove(35); // bench pages
        assertThat(documented)
                .allSatisfy((number, names) ->
                        assertThat(names).as("row %d", number).isNotEmpty().isSubsetOf(tests));
    }

    @Test
    void theLastLineCountsAndTheExitCodeTellsWhatWasAskedForAndNotPlayed() {
        assertThat(Chaos.summary(List.of(HELD, NOT_HERE, FAILED, NOT_HERE)))
                .isEqualTo("Of 4 rows 1 held, 1 did NOT hold, 2 were not played here.");
        assertThat(Chaos.summary(List.of(HELD, BY_NUMBER))).endsWith("here, 1 are played by their number only.");
        assertThat(Chaos.exitCode(List.of(HELD, NOT_HERE), true, true)).isEqualTo(3);
        assertThat(Chaos.exitCode(List.of(HELD, NOT_HERE), false, true)).isZero();
        assertThat(Chaos.exitCode(List.of(HELD, HELD), true, true)).isZero();
        assertThat(Chaos.exitCode(List.of(FAILED, NOT_HERE), true, true)).isEqualTo(1);
        assertThat(Chaos.exitCode(List.of(HELD), true, false)).isEqualTo(1);
    }

    private static Stream<Integer> numbersOf(MatchResult row) {
        int first = Integer.parseInt(row.group(1));
        int last = row.group(3) == null ? first : Integer.parseInt(row.group(3));
        return Stream.concat(
                IntStream.rangeClosed(first, last).boxed(),
                Stream.of(row.group(2).split(", "))
                        .filter(text -> !text.isEmpty())
                        .map(Integer::parseInt));
    }

    private static Set<String> named(String text) {
        return TEST.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/java/") && file.endsWith(".java"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
