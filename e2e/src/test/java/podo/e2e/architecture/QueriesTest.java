package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query names the columns that it reads and writes. A migration of the next release adds some while processes of this one go on; the driver has kept the
 * columns of a prepared {@code SELECT *} and fails on one more, and an {@code INSERT} without names lacks a value.
 */
class QueriesTest {

    private static final Pattern WITHOUT_NAMES = Pattern.compile(
            "(?i)\\bselect\\s+(distinct\\s+)?\\*|(\\bselect|,)[ \\t]+\\w+\\.\\*|\\binsert\\s+(ignore\\s+)?into\\s+`?\\w+`?\\s+(values|select)\\b");

    @Test
    void queriesNameTheirColumns() {
        List<String> found = SourceTree.mainSources().stream()
                .flatMap(file -> WITHOUT_NAMES
                        .matcher(SourceTree.text(file))
                        .results()
                        .map(match -> SourceTree.relative(file) + ": " + match.group()))
                .toList();

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SELECT * FROM hold\"",
                "\"\"\"\n    select  distinct *\n    from hold\"\"\"",
                "\"select e.* \" + PUBLISHED",
                "\"SELECT COUNT(*), h.* FROM hold h\"",
                "\"FROM (SELECT * FROM hold) h\"",
                "\"INSERT INTO hold VALUES (?)\"",
                "\"INSERT IGNORE INTO hold SELECT id FROM seat\""
            })
    void whatNamesNoneIsFound(String source) {
        assertThat(WITHOUT_NAMES.matcher(source).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SELECT COUNT(*) FROM hold\"",
                "\"SELECT 2 * price FROM seat\"",
                "\"INSERT INTO hold (id) VALUES (?)\"",
                "import podo.event.*;",
                "/** What is chosen, selected,\n * and what is not. */"
            })
    void whatNamesThemIsNot(String source) {
        assertThat(WITHOUT_NAMES.matcher(source).find()).isFalse();
    }
}
