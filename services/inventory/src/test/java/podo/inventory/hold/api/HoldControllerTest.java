package podo.inventory.hold.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.reservation.RefusedEntry;
import podo.inventory.hold.Hold;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.attempt.HoldRules;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.line.RefusedPassReporter;
import podo.inventory.hold.line.WaitingRoomClient;
import podo.inventory.seat.Halls;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.NoPass;

class HoldControllerTest {

    private static final Fan MINJI = Fan.of(7);

    private final List<RefusedEntry> sent = new ArrayList<>();
    private final EntryPasses passes =
            new EntryPasses(Base64.getEncoder().encodeToString(new byte[32]), Clock.systemUTC());
    private final RefusedPassReporter refused = new RefusedPassReporter(new WaitingRoomClient() {

        @Override
        public Slots reportActivity(List<Activity> activities) {
            return new Slots(List.of());
        }

        @Override
        public void reportRefused(List<RefusedEntry> entries) {
            sent.addAll(entries);
        }
    });

    @Test
    void anExtensionWithAForeignPassIsReported() {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        HoldLifecycle lifecycle = mock(HoldLifecycle.class);
        when(lifecycle.findOwn("h", 7))
                .thenReturn(
                        new Hold("h", 42, 7, List.of(1L), List.of(), 100, Hold.Status.HELD, end, "p", end, 0, null));
        HoldController holds = new HoldController(
                mock(HoldDesk.class),
                mock(HoldRules.class),
                lifecycle,
                mock(Halls.class),
                passes,
                refused,
                Clock.systemUTC());
        for (String pass : List.of("forged", mint(42, 8, end), mint(43, 7, end), mint(42, 7, Instant.EPOCH))) {
            assertThatThrownBy(() -> holds.extend("h", pass, MINJI)).isInstanceOf(NoPass.class);
        }
        refused.send();
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        new RefusedEntry(42, 7, "forged", 1),
                        new RefusedEntry(42, 7, "foreign-fan", 1),
                        new RefusedEntry(42, 7, "foreign-event", 1),
                        new RefusedEntry(42, 7, "expired", 1));
    }

    private String mint(long event, long fan, Instant end) {
        return passes.mint(new EntryPass("p", event, fan, end));
    }
}
