package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_SCRIPT = 200;

    @Test
    void noLineOfAPageIsLongerThan160Characters() {
        List<Path> pages = SourceTree.inModules("src/main/resources", ".html", ".css", ".js");
        assertThat(pages).isNotEmpty();
        List<String> tooLong = new ArrayList<>();
        for (Path page : pages) {
            List<String> lines = SourceTree.text(page).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE) {
                    tooLong.add(SourceTree.relative(page) + ":" + (i + 1));
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noScriptIsLongerThan200Lines() {
        List<Path> scripts = SourceTree.inModules("src/main/resources", ".js");
        assertThat(scripts).isNotEmpty();
        assertThat(scripts.stream()
                        .filter(script -> SourceTree.text(script).lines().count() > LONGEST_SCRIPT)
                        .map(SourceTree::relative))
                .isEmpty();
    }
}
