package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * Row 29: a second process begins with a clock that is an hour behind, is set right, and jumps an hour ahead. While its clock is wrong it is
 * called by nobody, and every call of a fan succeeds; while it is right it serves its share.
 */
public final class WrongClocks {

    private static final String BEHIND = "-1h";
    private static final String RIGHT = "+0";
    private static final String AHEAD = "+1h";
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(60);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(305);
    private static final int HOLDS = 6;

    private WrongClocks() {}

    public static void holdsAndLine() {
        for (String service : List.of("inventory", "reservation", "user")) {
            SkewedTwin.runBeside(service, BEHIND, twin -> {
                twin.awaitOutOfService();
                holdsGetTheirTime();
                twin.setClock(RIGHT);
                twin.awaitInService();
                holdsGetTheirTime();
                twin.setClock(AHEAD);
                twin.awaitOutOfService();
                holdsGetTheirTime();
            });
        }
    }

    /** Each fan logs in, is admitted and holds a seat, without repeating anything. */
    private static void holdsGetTheirTime() {
        Show show = Show.onSale(1, HOLDS);
        for (Long seat : Fan.fresh().freeSeats(show.id())) {
            Fan fan = Fan.fresh();
            Answer hold =
                    fan.hold(show.id(), fan.enter(show.id()), List.of(seat)).has(201);
            Duration left = Duration.between(Instant.now(), Instant.parse(hold.string("expiresAt")));
            assertThat(left).as("%s", hold).isBetween(SHORTEST_HOLD, LONGEST_HOLD);
        }
    }
}
