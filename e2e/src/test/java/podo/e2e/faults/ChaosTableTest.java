package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaosTableTest {

    private static final Pattern TEST = Pattern.compile("[A-Z]\\w+IT\\b");

    @Test
    void everyRowOfTheTableIsThereOnceAndInOrder() {
        assertThat(ChaosTable.ROWS.stream().map(ChaosRow::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    /** A row that is not played says where it is, and that exists. */
    @Test
    void whatIsPlayedElsewhereNamesATestThatExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("IT.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(ChaosTable.ROWS.stream()
                        .filter(row -> row.outage() == null)
                        .map(ChaosRow::note)
                        .flatMap(note -> TEST.matcher(note).results().map(MatchResult::group)))
                .isNotEmpty()
                .isSubsetOf(tests);
    }
}
