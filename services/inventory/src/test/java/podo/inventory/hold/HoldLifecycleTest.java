package podo.inventory.hold;

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
import podo.inventory.hold.Hold.Status;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChangePublisher;

class HoldLifecycleTest {

    private static final Instant END = Instant.now().plusSeconds(300);

    private final Holds holds = mock();
    private final HoldTransactions ledger = mock();
    private final SeatChangePublisher news = mock();
    private final ActivityReporter signs = mock();
    private final HoldLifecycle care = new HoldLifecycle(
            holds, ledger, mock(Halls.class), news, signs, mock(HoldSettings.class), Clock.systemUTC());

    @ParameterizedTest
    @EnumSource(names = {"PINNED", "SOLD"})
    void aReleaseThatAPaymentWasQuickerThanIsRefusedAndTheFanStaysBusy(Status meanwhile) {
        when(ledger.release("h")).thenReturn(Optional.empty());
        when(holds.find("h")).thenReturn(Optional.of(hold(meanwhile)));

        assertThatThrownBy(() -> care.release(hold(Status.HELD))).isInstanceOf(HoldRefused.class);

        verifyNoInteractions(signs, news);
    }

    @Test
    void givingBackTwiceIsNoError() {
        Hold hold = hold(Status.HELD);
        when(ledger.release("h")).thenReturn(Optional.empty());
        when(holds.find("h")).thenReturn(Optional.of(hold(Status.RELEASED)));

        care.release(hold);

        verify(signs).idle(hold);
    }

    private static Hold hold(Status status) {
        return new Hold("h", 42, 7, List.of(Long.valueOf(1)), 100, status, END, "p", END, 0, null);
    }
}
