package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.StackProcesses;
import podo.e2e.storm.AuditCheck;

/**
 * An organiser cancels an event, and all services of the refund are killed before the last buyer is refunded: the refunds resume,
 * and each buyer is refunded in full, once. Part of {@code ./podo test --long}.
 */
@OnRunningStack
@Isolated("it kills the stack's processes")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class CancelledShowIT {

    private static final int BUYERS = Integer.getInteger("podo.buyers", 24);
    private static final List<String> REFUND_SERVICES =
            List.of("event", "reservation", "payment", "inventory", "toss-simulator");

    private record Bought(Fan fan, String reservation) {

        boolean isRefunded() {
            return fan.reservation(reservation).string("status").equals("REFUNDED");
        }
    }

    @Test
    void everyBuyerIsRefundedAlthoughTheServicesAreKilledMeanwhile() {
        Show show = Show.draft(4, 20, Map.of());
        Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        show.awaitSeats(80);
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        List<Bought> buyers = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            Fan fan = Fan.fresh();
            buyers.add(new Bought(
                    fan, fan.buy(show.id(), seats.subList(i, i + 1)).path("id").asString()));
        }

        Answer cancelled = Fan.organiser().post("/api/events/" + show.id() + "/cancel");
        assertThat(cancelled.status()).as("%s", cancelled).isIn(200, 202, 204);
        await().atMost(Fan.SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> buyers.getFirst().isRefunded() || buyers.getLast().isRefunded());
        long before = buyers.stream().filter(Bought::isRefunded).count();
        StackProcesses.kill(
                Stream.concat(REFUND_SERVICES.stream(), REFUND_SERVICES.stream().map(name -> name + "-2"))
                        .filter(StackProcesses::isRunning)
                        .toArray(String[]::new));

        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(5))
                .until(() -> buyers.stream().allMatch(Bought::isRefunded));
        AuditCheck.awaitNoFindings("the cancelled show");
        System.out.printf(
                "| cancelled show, %d buyers | killed when %d had been refunded; all were at the end |%n",
                BUYERS, before);
    }
}
