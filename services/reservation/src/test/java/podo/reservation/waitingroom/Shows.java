package podo.reservation.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import podo.contracts.event.Show;

/** Shows of which only what matters to a line differs from test to test. */
final class Shows {

    private Shows() {}

    /** Its lobby opens half an hour before the sale, and it is sold for nine days more. */
    static Show onSaleAt(Instant onSaleAt, int rate, int cap) {
        return onSale(onSaleAt, Instant.now().plus(Duration.ofDays(9)), rate, cap);
    }

    static Show onSale(Instant from, Instant to, int rate, int cap) {
        return new Show(
                "Test",
                "Hall",
                2,
                1,
                Instant.now().plus(Duration.ofDays(10)),
                from.minusSeconds(1_800),
                from,
                to,
                4,
                rate,
                cap,
                2,
                Show.SingleSeatPolicy.WARN,
                List.of());
    }
}
