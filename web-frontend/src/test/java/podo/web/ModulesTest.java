package podo.web;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules.of(WebFrontendApplication.class).verify();
    }
}
