package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
@Execution(ExecutionMode.CONCURRENT)
class ExpiredHoldJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aFanWhoComesTooLateIsToldKindlyAndChargedNothing() {
        Show show = Show.withShortHolds(2, 5);
        Fan fan = Fan.fresh();
        List<Long> seat = fan.freeSeats(show.id()).subList(0, 1);
        Answer hold = fan.hold(show.id(), fan.enter(show.id()), seat).has(201);
        Duration left = Duration.between(Instant.now(), Instant.parse(hold.string("expiresAt")));
        String reservation = fan.api()
                .post("/api/reservations", Map.of("holdId", hold.string("holdId")))
                .has(201)
                .string("id");
        Browser browser = browsers.english().logIn(fan);
        browser.open("/checkout/" + reservation);
        browser.see(".clock");
        browser.reloadUntilGone("#pay", left.plusSeconds(30));
        assertThat(browser.text("h1")).isNotBlank();
        await().atMost(Fan.SOON)
                .until(() -> fan.status(show.id(), seat.getFirst()).equals("AVAILABLE"));
        fan.awaitStatus(reservation, "EXPIRED");
        assertThat(browser.reload().shows("#pay")).isFalse();
    }
}
