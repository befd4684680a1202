package podo.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(GatewayApplication.class);

    @Test
    void modulesUseOnlyEachOthersPublicTypes() {
        modules.verify();
    }

    @Test
    void theDiagramOfTheModulesIsWritten() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml();
    }
}
