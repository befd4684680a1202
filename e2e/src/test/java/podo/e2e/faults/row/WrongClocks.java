package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;

/**
 * Half of the calls meet a process whose clock is wrong: holds get their time all the same. Ahead it is wrong by less than the life of a token,
 * because a process that is an hour ahead refuses every token with 401.
 */
public final class WrongClocks {

    private static final String BEHIND = "-1h";
    private static final String AHEAD = "+10m";
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(60);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(305);
    private static final int HOLDS = 6;

    private WrongClocks() {}

    public static void holdsAndLine() {
        SkewedTwin.runBeside("inventory", BEHIND, EACH, WrongClocks::holdsGetTheirTime);
        SkewedTwin.runBeside("inventory", AHEAD, EACH, WrongClocks::holdsGetTheirTime);
        SkewedTwin.runBeside("reservation", BEHIND, EACH, WrongClocks::holdsGetTheirTime);
        SkewedTwin.runBeside("reservation", AHEAD, EACH, WrongClocks::holdsGetTheirTime);
    }

    /** Each fan is admitted and holds a seat, by whichever process is asked. */
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
