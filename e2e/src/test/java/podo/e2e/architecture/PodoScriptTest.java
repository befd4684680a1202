package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The classes that the script {@code ./podo} names. */
class PodoScriptTest {

    private static final String SCRIPT = SourceTree.text(SourceTree.ROOT.resolve("podo"));
    private static final Set<String> SOURCES = SourceTree.files(SourceTree.ROOT, ".java").stream()
            .map(SourceTree::relative)
            .collect(Collectors.toSet());

    @Test
    void everyCommandNamesAClass() {
        List<String> classes = find("\\bpodo\\.[a-z0-9.]+\\.[A-Z]\\w+");
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(SOURCES).anyMatch(file -> file.endsWith("/" + name.replace('.', '/') + ".java")));
    }

    @Test
    void everyIntegrationTestThatIsTreatedDifferentlyExists() {
        List<String> tests = find("\\b[A-Z]\\w*[a-z]IT\\b");
        assertThat(tests)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(SOURCES).anyMatch(file -> file.endsWith("/" + name + ".java")));
    }

    private static List<String> find(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SCRIPT)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
