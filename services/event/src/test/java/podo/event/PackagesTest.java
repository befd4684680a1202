package podo.event;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class PackagesTest {

    @Test
    void packagesKeepTheirPromises() {
        ApplicationModules.of(EventApplication.class).verify();
    }
}
