package podo.e2e.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.storm.AuditCheck;

/**
 * Two releases on the same data. Beside each service of the running stack stands one of another release, whose folder {@code podo.other.release} names; both
 * serve while fans buy; then the other release leaves. {@code -Dpodo.twins=user,event} names the services, {@code -Dpodo.together=} the seconds. {@code ./podo test --long} runs it twice: the last release beside this one, which has migrated
 * the schemas already, and this one beside the last, whose processes go on while the schemas are migrated, and after a way back.
 */
@OnRunningStack
@Isolated("it doubles the stack's processes")
@EnabledIfSystemProperty(named = "podo.other.release", matches = ".+")
class OldBesideNewIT {

    private static final List<String> SERVICES =
            List.of(System.getProperty("podo.twins", "user,event,inventory,reservation,payment")
                    .split(","));
    /** After which every caller has the processes in their list. */
    private static final Duration KNOWN = Duration.ofSeconds(6);

    private static final Duration TOGETHER = Duration.ofSeconds(Integer.getInteger("podo.together", 60));
    private static final int SOME = 5;

    private final Path other = Path.of(System.getProperty("podo.other.release", ""));

    @Test
    void fansBuyFromBothReleasesAndFromOneAfterTheOtherHasGone() {
        SteadyFans fans = SteadyFans.beginWithPages();
        try (fans) {
            awaitPurchases(SOME, fans);
            List<ReleaseTwin> twins = new ArrayList<>();
            try {
                // one after another, as a roll does: five that start at once leave no processor to those who serve
                for (String service : SERVICES) {
                    twins.add(ReleaseTwin.begin(service, other));
                    twins.getLast().awaitReady();
                }
                System.out.println("both releases are up: " + fans);
                await().pollDelay(KNOWN.plus(TOGETHER))
                        .atMost(KNOWN.plus(TOGETHER).plusMinutes(1))
                        .until(() -> true);
                awaitPurchases(SOME, fans);
                assertThat(twins).allSatisfy(twin -> {
                    assertThat(twin.isAlive()).isTrue();
                    assertThat(twin.answered())
                            .as("calls that %s answered", twin)
                            .isGreaterThan(SOME);
                });
            } finally {
                twins.forEach(ReleaseTwin::drain);
                twins.forEach(ReleaseTwin::close);
            }
            System.out.println("the other release has gone: " + fans);
            awaitPurchases(SOME, fans);
        }
        System.out.println("in the end: " + fans);
        assertThat(fans.failures()).as("%s", fans).isEmpty();
        AuditCheck.awaitNoFindings("two releases");
    }

    private static void awaitPurchases(int more, SteadyFans fans) {
        int before = fans.bought();
        await().atMost(Fan.SOON)
                .untilAsserted(() -> assertThat(fans.bought())
                        .as("%s: %s", fans, fans.failures())
                        .isGreaterThanOrEqualTo(before + more));
    }
}
