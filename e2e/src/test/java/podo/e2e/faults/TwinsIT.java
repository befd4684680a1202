package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RepeatingClient;
import podo.e2e.RunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.roll.SteadyFans;
import podo.e2e.storm.AuditCheck;
import podo.stack.junit.PageVisitor;

/**
 * Services that run twice and are found by the registry: one of each is killed in turn while fans buy, who repeat a call once as their page
 * does. No purchase fails, nobody is logged out, no place is lost. Part of {@code ./podo test --long}, which doubles inventory, payment and
 * reservation; all seven: {@code e2e/README.md}. The seed is printed, {@code -Dpodo.seed=} repeats the choice.
 */
@OnRunningStack
@Isolated("it kills the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class TwinsIT {

    private static final List<String> SERVICES =
            List.of("user", "event", "inventory", "reservation", "payment", "notification", "web-frontend");
    private static final int PURCHASES_BETWEEN = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TICKETS = "/tickets";

    @Test
    void oneOfEachServiceIsKilledAndNoPurchaseFails() throws Exception {
        List<String> doubled = SERVICES.stream()
                .filter(service -> StackProcesses.isRunning(service + "-2"))
                .toList();
        Assumptions.assumeFalse(doubled.isEmpty(), "takes ./podo up --instances inventory=2,payment=2 …");
        long seed = Long.getLong("podo.seed", System.nanoTime());
        Random random = new Random(seed);
        System.out.println("twins of " + doubled + ", seed " + seed);
        PageVisitor session = loggedIn();
        RepeatingClient client = new RepeatingClient();
        Api open = new Api(RunningStack.URL, List.of(), client);
        SteadyFans fans = SteadyFans.begin(open, () -> arrive(open));
        try (fans) {
            awaitPurchases(fans);
            for (String service : doubled) {
                String victim = random.nextBoolean() ? service : service + "-2";
                Duration outage = StackProcesses.kill(victim);
                awaitPurchases(fans);
                System.out.println("  " + victim + " killed, up again after " + outage.toSeconds() + " s: " + fans
                        + ", repeated: " + client.repeated());
                assertThat(session.open(TICKETS)).as("a session of the pages").contains("/logout");
            }
        }
        assertThat(fans.failures()).as("%s", fans).isEmpty();
        AuditCheck.awaitNoFindings("twins");
    }

    /** A sign-up whose answer was lost can't be repeated: the address is taken then. */
    private static Fan arrive(Api open) {
        AtomicReference<Fan> fan = new AtomicReference<>();
        await().ignoreExceptions().atMost(Fan.SOON).until(() -> {
            fan.set(Fan.fresh(open));
            return true;
        });
        return fan.get();
    }

    private static void awaitPurchases(SteadyFans fans) {
        int before = fans.bought();
        await().atMost(PATIENCE).until(() -> fans.bought() >= before + PURCHASES_BETWEEN);
    }

    /** The page of a fan’s tickets is the log-in for everybody else. */
    private static PageVisitor loggedIn() throws IOException, InterruptedException {
        Fan fan = Fan.fresh();
        PageVisitor session = new PageVisitor(RunningStack.URL);
        session.logIn(fan.email(), fan.password());
        assertThat(session.open(TICKETS)).contains("/logout");
        assertThat(new PageVisitor(RunningStack.URL).open(TICKETS)).doesNotContain("/logout");
        return session;
    }
}
