package podo.inventory.hold.strategy;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import podo.inventory.hold.Hold;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** Takes the seats by one UPDATE with a condition: fewer changed rows than seats means that another fan was faster. */
@Component
public class ConditionalJudge implements Judge {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ConditionalJudge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean award(Hold hold, int revision) {
        return awardAll(List.of(hold), revision);
    }

    @Override
    public boolean awardAll(List<Hold> holds, int revision) {
        return holdFreeSeats(holds, revision)
                == holds.stream().mapToInt(hold -> hold.seatIds().size()).sum();
    }

    private record Claim(long seatId, Hold hold) {}

    /** Gives the holds those of their seats that are available or whose hold has lapsed; returns how many. */
    private int holdFreeSeats(List<Hold> holds, int revision) {
        List<Claim> claims = StatementPadding.padded(holds.stream()
                .flatMap(hold -> hold.seatIds().stream().map(seat -> new Claim(seat, hold)))
                .toList());
        String cases = "WHEN ? THEN ? ".repeat(claims.size());
        List<Long> seatIds = claims.stream().map(Claim::seatId).toList();
        return jdbc.sql("""
                        UPDATE seat SET status = 'H', hold_id = CASE id %sEND, held_until = CASE id %sEND, version = version + 1
                        WHERE id IN (%s) AND revision = ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                        """.formatted(cases, cases, String.join(",", Collections.nCopies(seatIds.size(), "?"))))
                .params(caseParams(claims, Hold::id))
                .params(caseParams(claims, hold -> Utc.millis(hold.heldUntil())))
                .params(seatIds)
                .param(revision)
                .param(Utc.millis(clock.instant()))
                .update();
    }

    private static List<Object> caseParams(List<Claim> claims, Function<Hold, Object> value) {
        return claims.stream()
                .flatMap(claim -> Stream.of(claim.seatId(), value.apply(claim.hold())))
                .toList();
    }
}
