package podo.inventory.hold.lifecycle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podo.inventory.hold.Hold;
import podo.inventory.hold.Hold.Status;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.line.ActivityReporter;
import podo.inventory.hold.line.OpenPresales;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;

class HoldLifecycleTest {

    private static final Instant END = Instant.now().plusSeconds(300);

    private final Holds holds = mock();
    private final HoldTransitions transitions = mock();
    private final SeatChangePublisher seatChanges = mock();
    private final ActivityReporter activity = mock();
    private final HoldLifecycle lifecycle = new HoldLifecycle(
            holds,
            transitions,
            mock(Halls.class),
            new HoldAnnouncer(seatChanges, mock(), activity),
            mock(OpenPresales.class),
            mock(HoldSettings.class),
            Clock.systemUTC());

    @ParameterizedTest
    @EnumSource(names = {"PINNED", "SOLD"})
    void aReleaseThatAPaymentWasQuickerThanIsRefusedAndTheFanStaysBusy(Status meanwhile) {
        when(transitions.release("h")).thenReturn(Optional.empty());
        when(holds.find("h")).thenReturn(Optional.of(hold(meanwhile)));

        assertThatThrownBy(() -> lifecycle.release(hold(Status.HELD))).isInstanceOf(HoldRefused.class);

        verifyNoInteractions(activity, seatChanges);
    }

    @Test
    void givingBackTwiceIsNoError() {
        Hold hold = hold(Status.HELD);
        when(transitions.release("h")).thenReturn(Optional.empty());
        when(holds.find("h")).thenReturn(Optional.of(hold(Status.RELEASED)));

        lifecycle.release(hold);

        verify(activity).reportIdle(hold);
    }

    private static Hold hold(Status status) {
        return new Hold("h", 42, 7, List.of(Long.valueOf(1)), List.of(), 100, status, END, "p", END, 0, null);
    }
}
