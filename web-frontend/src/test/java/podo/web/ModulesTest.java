package podo.web;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import podo.stack.junit.ModuleDiagram;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(WebFrontendApplication.class);

    @Test
    void packagesKeepTheirPromises() {
        MODULES.verify();
    }

    @Test
    void theDiagramOfThePackagesIsWritten() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
        ModuleDiagram.sort(Path.of("docs/modules/components.puml"));
    }
}
