package podo.e2e.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.storm.AuditCheck;

/**
 * {@code ./podo roll}, three times over, while fans buy who repeat nothing. Part of {@code ./podo test --long}; {@code -Dpodo.rounds=} sets the number,
 * {@code -Dpodo.rolled=user,event} the services.
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
    private static final List<String> STAY = List.of("mariadb", "mysql", "redis", "kafka", "toss-simulator");

    @Test
    void everyProcessIsReplacedAndNobodyNotices() throws Exception {
        SteadyFans fans = SteadyFans.begin();
        try (fans) {
            await().atMost(Fan.SOON).until(() -> fans.bought() >= 5);
            for (int round = 1; round <= ROUNDS; round++) {
                Map<String, Long> before = pids();
                roll();
                Map<String, Long> after = pids();
                assertThat(after.keySet()).isEqualTo(before.keySet());
                assertThat(after.keySet().stream()
                                .filter(name -> after.get(name).equals(before.get(name)))
                                .filter(name -> SERVICES.isEmpty() || SERVICES.contains(name)))
                        .as("the same process as before")
                        .allMatch(STAY::contains);
                System.out.println("round " + round + ": " + fans);
            }
            int bought = fans.bought();
            await().atMost(Fan.SOON).until(() -> fans.bought() >= bought + 5);
        }
        assertThat(fans.failures()).as("%s", fans).isEmpty();
        AuditCheck.awaitNoFindings("roll");
    }

    private static Map<String, Long> pids() {
        return StackProcesses.all().stream()
                .filter(name -> !name.startsWith("training-"))
                .collect(Collectors.toMap(Function.identity(), StackProcesses::pid));
    }

    private static void roll() throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of("..", "podo").toString(), "roll"));
        command.addAll(SERVICES);
        Process roll = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(roll.waitFor(30, TimeUnit.MINUTES)).isTrue();
            assertThat(roll.exitValue()).isZero();
        } finally {
            roll.destroy();
        }
    }
}
