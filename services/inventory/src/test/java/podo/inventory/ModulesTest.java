package podo.inventory;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules modules =
                ApplicationModules.of(InventoryApplication.class).verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
    }
}
