package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import podo.inventory.hold.Hold;
import podo.inventory.hold.line.WaitingRoomClient.Activity;
import podo.inventory.hold.line.WaitingRoomClient.Slots;
import podo.starter.security.EntryPass;

class ActivityReporterTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(300);

    private final WaitingRoomClient waitingRoom = mock();
    private final ActivityReporter activity =
            new ActivityReporter(waitingRoom, mock(RevokedPasses.class), Clock.fixed(NOW, ZoneOffset.UTC));
    private final EntryPass pass = new EntryPass("p", 1, 2, END);

    @Test
    void theEndOfAHoldReplacesAnEarlierRequestAndIsKeptAfterALaterOne() {
        activity.reportSeen(pass);
        activity.reportBusy(hold());
        activity.reportSeen(pass);

        assertThat(sent()).containsExactly(new Activity(1, 2, END, "p", END));
    }

    @Test
    void aReleaseReplacesTheEndOfTheHold() {
        activity.reportBusy(hold());
        activity.reportIdle(hold());

        assertThat(sent()).containsExactly(new Activity(1, 2, NOW, "p", END));
    }

    @Test
    void withoutActivityNothingIsSent() {
        activity.send();
        verify(waitingRoom, never()).reportActivity(any());
    }

    private List<Activity> sent() {
        when(waitingRoom.reportActivity(any())).thenReturn(new Slots(List.of()));
        activity.send();
        ArgumentCaptor<List<Activity>> sent = ArgumentCaptor.captor();
        verify(waitingRoom).reportActivity(sent.capture());
        return sent.getValue();
    }

    private static Hold hold() {
        return new Hold("h", 1, 2, List.of(1_000_001L), List.of(), 1, Hold.Status.HELD, END, "p", END, 0, null);
    }
}
