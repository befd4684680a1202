package podo.notification;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import podo.stack.junit.ModuleDiagram;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(NotificationApplication.class);

    @Test
    void modulesUseOnlyWhatOthersExpose() {
        modules.verify();
    }

    @Test
    void theDiagramIsWritten() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
        ModuleDiagram.sort(Path.of("docs/modules/components.puml"));
    }
}
