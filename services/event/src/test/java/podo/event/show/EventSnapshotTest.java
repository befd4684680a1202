package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.event.show.terms.Facts;
import podo.event.show.terms.HandoverTerms;
import podo.event.show.terms.RefundFees;
import podo.event.show.terms.Terms;

class EventSnapshotTest {

    private static final Instant SALE = Instant.parse("2026-12-12T11:00:00Z");
    private static final Instant LOBBY = SALE.minus(Duration.ofMinutes(30));
    private static final Instant START = SALE.plus(Duration.ofDays(30));
    private static final Terms TERMS = new Terms(
            "Grapes",
            "",
            new Facts(EventKind.CONCERT, 120, 8, null, null),
            1,
            START,
            LOBBY,
            SALE,
            START,
            4,
            List.of(),
            50,
            1000,
            2,
            null,
            SingleSeatPolicy.WARN,
            RefundFees.STANDARD,
            new HandoverTerms(true, 0),
            List.of());

    private static EventSnapshot event(EventState state, int sold) {
        return new EventSnapshot(
                1, state, 1, 1, "Hall", "12 Road", "Seoul", 100, sold, TERMS, 1, List.of(), null, null, List.of());
    }

    @Test
    void theStatusOfAPublishedEventFollowsTheClock() {
        EventSnapshot event = event(EventState.PUBLISHED, 0);
        assertThat(event.statusAt(LOBBY.minusMillis(1))).isEqualTo(EventStatus.ANNOUNCED);
        assertThat(event.statusAt(LOBBY)).isEqualTo(EventStatus.LOBBY);
        assertThat(event.statusAt(SALE)).isEqualTo(EventStatus.ON_SALE);
        assertThat(event.statusAt(START)).isEqualTo(EventStatus.ENDED);
    }

    @Test
    void aSoldOutEventIsSoldOutUntilTheSaleEnds() {
        EventSnapshot event = event(EventState.PUBLISHED, 100);
        assertThat(event.statusAt(SALE)).isEqualTo(EventStatus.SOLD_OUT);
        assertThat(event.statusAt(START)).isEqualTo(EventStatus.ENDED);
    }

    @Test
    void anEventIsNotSoldOutBeforeItsSaleHowManySeatsAreEverBlocked() {
        assertThat(event(EventState.PUBLISHED, 100).statusAt(LOBBY)).isEqualTo(EventStatus.LOBBY);
    }

    @Test
    void draftsAndCancelledEventsIgnoreTheClock() {
        assertThat(event(EventState.DRAFT, 0).statusAt(SALE)).isEqualTo(EventStatus.DRAFT);
        assertThat(event(EventState.CANCELLED, 100).statusAt(SALE)).isEqualTo(EventStatus.CANCELLED);
    }
}
