package podo.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
