package podo.e2e.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import podo.e2e.Fan;
import podo.e2e.StackProcesses;
import podo.e2e.storm.AuditCheck;

/** {@code ./podo roll} while fans buy who repeat nothing. */
public final class RollUnderLoad {

    private static final List<String> STAY = List.of("mariadb", "mysql", "redis", "kafka", "toss-simulator");

    private RollUnderLoad() {}

    /** The ends of streams are spread over 8 s, so about an eighth of them comes back in a second; at one instant it would be all. */
    private static final int MOST_AT_ONCE = WatchedLine.PAGES / 2;

    /** Each once, and some twice: those that come back over a connection that was kept to the old gateway. */
    private static final int CLOSED_BY_A_GATEWAY = WatchedLine.PAGES * 5 / 4;

    /**
     * Fails when a purchase, a page, a log-in or a place in the line does, when streams come back in a crowd, or when a process is the same as before.
     *
     * @param services empty for all
     */
    public static void run(int rounds, List<String> services) {
        SteadyFans fans = SteadyFans.beginWithPages();
        try (fans) {
            await().atMost(Fan.SOON).until(() -> fans.bought() >= 5);
            awaitAllWatching(fans);
            for (int round = 1; round <= rounds; round++) {
                Map<String, Long> before = pids();
                roll(services);
                Map<String, Long> after = pids();
                assertThat(after.keySet()).isEqualTo(before.keySet());
                assertThat(after.keySet().stream()
                                .filter(name -> after.get(name).equals(before.get(name)))
                                .filter(name -> services.isEmpty() || services.contains(name)))
                        .as("the same process as before")
                        .allMatch(STAY::contains);
                System.out.println("round " + round + ": " + fans);
                assertThat(fans.failures()).as("round %s: %s", round, fans).isEmpty();
            }
            int bought = fans.bought();
            await().atMost(Fan.SOON).until(() -> fans.bought() >= bought + 5);
            awaitAllWatching(fans);
        }
        assertThat(fans.failures()).as("%s", fans).isEmpty();
        assertThat(fans.watched().worstSecond())
                .as("streams opened again in the worst second: %s", fans)
                .isLessThan(MOST_AT_ONCE);
        assertThat(fans.watched().broken())
                .as("streams that nobody told to move, but for those that gateways closed: %s", fans)
                .isLessThanOrEqualTo(isRolled("gateway-mvc", services) ? CLOSED_BY_A_GATEWAY * rounds : 0);
        if (isRolled("web-frontend", services)) {
            assertThat(fans.watched().told())
                    .as("streams told to move: %s", fans)
                    .isGreaterThan(WatchedLine.PAGES / 2);
        }
        AuditCheck.awaitNoFindings("roll");
    }

    private static boolean isRolled(String service, List<String> services) {
        return services.isEmpty() || services.contains(service);
    }

    private static void awaitAllWatching(SteadyFans fans) {
        await().atMost(Fan.SOON).until(() -> fans.watched().watching() == WatchedLine.PAGES);
    }

    private static Map<String, Long> pids() {
        return StackProcesses.all().stream()
                .filter(name -> !name.startsWith("training-"))
                .collect(Collectors.toMap(Function.identity(), StackProcesses::pid));
    }

    private static void roll(List<String> services) {
        Path script = Files.exists(Path.of("podo")) ? Path.of("podo") : Path.of("..", "podo");
        List<String> command = new ArrayList<>(List.of(script.toAbsolutePath().toString(), "roll"));
        command.addAll(services);
        try {
            Process roll = new ProcessBuilder(command).inheritIO().start();
            try {
                assertThat(roll.waitFor(30, TimeUnit.MINUTES)).isTrue();
                assertThat(roll.exitValue()).isZero();
            } finally {
                roll.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
