package podo.e2e.roll;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.OnRunningStack;

/**
 * Experiment 38, three rounds of it. Part of {@code ./podo test --long}; {@code -Dpodo.rounds=} sets the number, {@code -Dpodo.rolled=user,event} the services.
 */
@OnRunningStack
@Isolated("it replaces the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class RollIT {

    private static final int ROUNDS = Integer.getInteger("podo.rounds", 3);
    private static final List<String> SERVICES = Stream.of(
                    System.getProperty("podo.rolled", "").split(","))
            .filter(name -> !name.isEmpty())
            .toList();

    @Test
    void everyProcessIsReplacedAndNobodyNotices() {
        RollUnderLoad.run(ROUNDS, SERVICES);
    }
}
