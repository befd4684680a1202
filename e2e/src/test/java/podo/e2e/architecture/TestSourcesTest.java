package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSourcesTest {

    private static final String SLEEP = "Thread" + ".sleep(";

    @Test
    void noTestSleeps() {
        List<Path> tests = SourceTree.testSources().stream()
                .filter(file -> SourceTree.className(file).matches(".*(Test|IT|Journey)"))
                .toList();
        assertThat(tests).isNotEmpty();
        assertThat(tests.stream()
                        .filter(test -> SourceTree.text(test).contains(SLEEP))
                        .map(SourceTree::relative))
                .isEmpty();
    }
}
