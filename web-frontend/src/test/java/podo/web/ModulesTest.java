package podo.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(WebFrontendApplication.class);

    @Test
    void packagesKeepTheirPromises() {
        MODULES.verify();
    }

    @Test
    void theDiagramOfThePackagesIsWritten() throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
        sortLines(Path.of("docs/modules/components.puml"));
    }

    /** The order of components and relations differs from run to run; sorted, the file changes only with the packages. */
    private static void sortLines(Path diagram) throws IOException {
        List<String> lines = Files.readAllLines(diagram);
        for (String kind : List.of("    Component(", "Rel(")) {
            List<String> sorted = lines.stream()
                    .filter(line -> line.startsWith(kind))
                    .sorted()
                    .toList();
            Iterator<String> next = sorted.iterator();
            lines.replaceAll(line -> line.startsWith(kind) ? next.next() : line);
        }
        Files.write(diagram, lines);
    }
}
