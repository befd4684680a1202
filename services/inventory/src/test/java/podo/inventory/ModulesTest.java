package podo.inventory;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import podo.stack.junit.ModuleDiagram;

class ModulesTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules modules =
                ApplicationModules.of(InventoryApplication.class).verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
        ModuleDiagram.sort(Path.of("docs/modules/components.puml"));
    }
}
