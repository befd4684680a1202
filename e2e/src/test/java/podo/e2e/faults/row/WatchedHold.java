package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Row 39: another fan asks for a held seat four times a second around the hold's end. */
public final class WatchedHold {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BEFORE = Duration.ofSeconds(2);
    /** A fan may ask 30 times at once. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final Duration TO_ENTER = Duration.ofSeconds(20);
    private static final Duration LATE = Duration.ofSeconds(5);

    private WatchedHold() {}

    public static void watch() {
        Show show = Show.withShortHolds(1, 2);
        Fan holder = Fan.fresh();
        List<Long> seat = holder.freeSeats(show.id()).subList(0, 1);
        Answer hold = holder.hold(show.id(), holder.enter(show.id()), seat).has(201);
        Instant end = Instant.parse(hold.string("expiresAt"));
        Fan next = Fan.fresh();
        awaitTime(end.minus(TO_ENTER));
        String pass = next.enter(show.id());
        awaitTime(end.minus(BEFORE));
        Instant[] taken = new Instant[1];
        await().pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN)
                .atMost(BEFORE.plus(LATE).plusSeconds(5))
                .until(() -> {
                    Answer answer = next.hold(show.id(), pass, seat);
                    taken[0] = Instant.now();
                    return answer.isOneOf(201, 409).status() == 201;
                });
        System.out.println("  the next fan had the seat "
                + Duration.between(end, taken[0]).toMillis() + " ms after the end of the hold");
        assertThat(taken[0]).as("the end that was promised").isBetween(end, end.plus(LATE));
    }

    private static void awaitTime(Instant time) {
        await().atMost(LONGEST).until(() -> Instant.now().isAfter(time));
    }
}
