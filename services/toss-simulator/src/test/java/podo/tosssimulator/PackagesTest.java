package podo.tosssimulator;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class PackagesTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules.of(TossSimulatorApplication.class).verify();
    }
}
