package podo.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import podo.stack.supervisor.settings.ServiceModule;

class RollTest {

    @Test
    void everyServiceIsRolledButTheOneThatStandsForABank() {
        assertThat(ServiceModule.ALL.stream().map(ServiceModule::name).filter(name -> !name.equals("toss-simulator")))
                .containsExactlyInAnyOrderElementsOf(Roll.SERVICES);
    }
}
