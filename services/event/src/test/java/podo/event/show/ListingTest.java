package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;

class ListingTest {

    private static final Instant SALE = Instant.parse("2026-12-12T11:00:00Z");
    private static final Instant LOBBY = SALE.minus(Duration.ofMinutes(30));
    private static final Instant START = SALE.plus(Duration.ofDays(30));
    private static final Terms TERMS = new Terms(
            "Grapes",
            "",
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
            SingleSeatPolicy.WARN,
            RefundFees.USUAL);

    private static Listing event(Event.State state, int sold) {
        return new Listing(1, state, 1, "Hall", "Seoul", 100, sold, TERMS);
    }

    @Test
    void aPublishedShowGoesThroughItsDaysByTheClockAlone() {
        Listing event = event(Event.State.PUBLISHED, 0);
        assertThat(event.statusAt(LOBBY.minusMillis(1))).isEqualTo(Status.ANNOUNCED);
        assertThat(event.statusAt(LOBBY)).isEqualTo(Status.LOBBY);
        assertThat(event.statusAt(SALE)).isEqualTo(Status.ON_SALE);
        assertThat(event.statusAt(START)).isEqualTo(Status.ENDED);
    }

    @Test
    void soldOutIsSaidUntilTheSaleWouldHaveEnded() {
        Listing event = event(Event.State.PUBLISHED, 100);
        assertThat(event.statusAt(SALE)).isEqualTo(Status.SOLD_OUT);
        assertThat(event.statusAt(START)).isEqualTo(Status.ENDED);
    }

    @Test
    void draftsAndCancelledShowsKnowNoTime() {
        assertThat(event(Event.State.DRAFT, 0).statusAt(SALE)).isEqualTo(Status.DRAFT);
        assertThat(event(Event.State.CANCELLED, 100).statusAt(SALE)).isEqualTo(Status.CANCELLED);
    }
}
